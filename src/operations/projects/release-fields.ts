import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { inputSchema } from '../input.ts';
import type { RequestInverse } from '../memory.ts';
import type { Wish } from './wish.ts';
import { stopFields } from './wish-fields.ts';
import { stopWish } from './wish-words.ts';

export const releaseFields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  request: {
    kind: 'request',
    label: 'The request that contained it',
    hint: 'Its short id, as on the card: R-7F3K9QXY. Then leave the rest empty.',
    required: false,
  },
  ...stopFields,
} as const;
export type ReleaseInput = InputOf<typeof releaseFields>;

const schema = inputSchema(releaseFields);

function refuseUnclear(name: string, rule: string): Refusal {
  return refuse('projects.release.unclear', { what: `It is not clear to what ${name} should be released.`, rule });
}

/** A containment kept what it took away as the input of a release; null where this was no containment of the project. */
function keptBy(contained: RequestInverse | null, projectId: string): ReleaseInput | null {
  if (contained?.operation !== 'projects.release' || contained.input === null) return null;
  if (contained.state !== 'succeeded' && contained.state !== 'partial') return null;
  const parsed = schema.safeParse(contained.input);
  if (!parsed.success) return null;
  const input = parsed.data as unknown as ReleaseInput;
  return input.project.id === projectId ? input : null;
}

/** What to put back: what the containment named kept, or else what is said. */
export function releaseWish(
  project: { readonly id: string; readonly name: string },
  input: ReleaseInput,
  contained: RequestInverse | null,
): Wish | Refusal {
  const said = stopWish(input);
  if (typeof said === 'string') return refuseUnclear(project.name, said);
  const isSilent = said.models === null && said.limits.length === 0 && said.hardLimit === null;
  if (input.request === null) {
    if (!isSilent) return said;
    return refuseUnclear(project.name, 'Name the request by which it was contained, or say what to put back.');
  }
  if (!isSilent) return refuseUnclear(project.name, 'Name the containment or say what to put back, not both.');
  const kept = keptBy(contained, project.id);
  const wish = kept === null ? null : stopWish(kept);
  if (wish !== null && typeof wish !== 'string') return wish;
  return refuse('projects.release.no-containment', {
    what: `That request did not contain ${project.name}.`,
    rule: 'Only what a containment of this project took away can be put back by its request.',
  });
}
