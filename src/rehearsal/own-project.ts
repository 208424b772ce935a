import { operationId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { House } from '#workflow/house.ts';

const PREFIX = 'countersign-rehearsal-';
const creating = operationId('projects.create');
const archiving = new Set(['projects.archive', 'projects.close']);
// Rehearsals are rare; one that lies further back than this many requests makes a new project.
const MOST_LOOKED_THROUGH = 1000;

export const projectName = (at: Instant): string => `${PREFIX}${at.toString(36)}`;

/** Name of a project that a rehearsal made here and nobody archived here since; by our own record, never by its name alone. */
export async function findProject({ store }: House): Promise<string | null> {
  const done = await store.read.requests.list({ states: ['succeeded'], limit: MOST_LOOKED_THROUGH });
  const archived = new Set(
    done.filter(({ terms }) => archiving.has(terms.plan.operation)).map(({ terms }) => terms.plan.target.id),
  );
  for (const { terms } of done) {
    const name = terms.input['name'];
    if (terms.plan.operation !== creating || typeof name !== 'string' || !name.startsWith(PREFIX)) continue;
    const made = (await store.read.requests.effects(terms.id)).flatMap(({ resourceIds }) => resourceIds);
    if (!made.some((id) => archived.has(id))) return name;
  }
  return null;
}
