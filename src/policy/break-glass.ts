import type { PersonId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { fits } from './glob.ts';
import { houseFamilies } from './house-families.ts';
import { nameOf } from './people.ts';
import type { Policy } from './policy.ts';
import { covers, type OperationWord } from './vocabulary.ts';

/** Families that only ever run on a quorum: an admin key is the way round this bot, the others change who has to agree. */
export const neverAlone: readonly string[] = ['admin-keys', ...houseFamilies];

export interface Emergency {
  readonly person: PersonId;
  readonly operation: OperationWord;
  /** As it was typed; null where it is missing. */
  readonly incident: string | null;
}

const what = 'This cannot be done by break-glass.';

/** Why this person may not do this alone, under the policy in force; null if they may. Debts are another question. */
export function refuseAlone(policy: Policy, { person, operation, incident }: Emergency): Refusal | null {
  const { breakGlass } = policy;
  const whoCan = 'Ask without --break-glass: other people then approve it.';
  if (breakGlass === null)
    return refuse('break-glass.off', { what, rule: 'The policy of this installation has no break-glass.', whoCan });
  if (!breakGlass.people.includes(person)) {
    const names = breakGlass.people.map((each) => nameOf(policy, each)).join(', ');
    return refuse('break-glass.not-named', { what, rule: `The policy names ${names} for emergencies.`, whoCan });
  }
  const isListed = breakGlass.operations.some((selector) => covers(selector, operation));
  if (!isListed || neverAlone.includes(operation.family) || operation.kind !== 'change') {
    const rule = `Break-glass is for ${breakGlass.operations.join(', ')}.`;
    return refuse('break-glass.not-listed', { what, rule, whoCan });
  }
  if (incident !== null && fits(breakGlass.incident.toLowerCase(), incident.toLowerCase())) return null;
  return refuse('break-glass.no-incident', {
    what,
    rule:
      incident === null
        ? `It needs the link to the incident: --incident ${breakGlass.incident}`
        : `The link to the incident looks like ${breakGlass.incident}.`,
    whoCan: 'You: open the incident first and give its link.',
  });
}
