import { personId, type PersonId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import { slackIdsOf } from '#policy/people.ts';
import type { Reading, Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { tellPresence } from './tell.ts';
import type { Keeper } from './keeper.ts';

// Three valid codes at a time out of a million, five tries a quarter of an hour: a year of guessing finds one with a chance of one in two,
// and rings the alarm 35 000 times before.
const MOST_FAILURES = 5;
const LOCKED_MS = 15 * minuteMs;

/**
 * What was not accepted: codes, which whoever has somebody’s Slack session can type, or signatures. Each is counted by itself, so that nobody
 * locks the desk from Slack.
 */
type Kind = 'codes' | 'signatures';

/** No person of a policy has a colon in their name. */
const keyOf = (person: PersonId, kind: Kind): PersonId =>
  kind === 'codes' ? person : personId(`${person}:signatures`);

export async function isLocked(
  read: Pick<Reading, 'stepUp'>,
  house: Pick<Keeper, 'clock'>,
  { person, kind = 'codes' }: { readonly person: PersonId; readonly kind?: Kind },
): Promise<boolean> {
  const { lockedUntil } = await read.stepUp.failuresOf(keyOf(person, kind));
  return lockedUntil !== null && house.clock.now() < lockedUntil;
}

/** Counts something that was not accepted; the fifth in a row locks, loudly. */
export async function countFailure(
  tx: Writing,
  house: Keeper,
  { person, kind = 'codes' }: { readonly person: PersonId; readonly kind?: Kind },
): Promise<void> {
  const now = house.clock.now();
  const key = keyOf(person, kind);
  const count = (await tx.stepUp.failuresOf(key)).count + 1;
  if (count < MOST_FAILURES) return tx.stepUp.putFailures(key, { count, lockedUntil: null });
  await tx.stepUp.putFailures(key, { count: 0, lockedUntil: now + LOCKED_MS });
  const what = { person, kind, until: now + LOCKED_MS };
  await enter(tx, house, { kind: 'step-up.locked', who: 'system:step-up', requestId: null, what });
  const { policy } = house.policy();
  const name = policy.people[person]?.name ?? person;
  await tellPresence(tx, house, {
    key: `locked:${person}:${now}`,
    text: `Five ${kind} of ${name} in a row were not accepted, so none is for 15 minutes. If that was not ${name}, freeze them: /openai freeze person.`,
    to: slackIdsOf(policy, person),
  });
}

export function forgetFailures(tx: Writing, person: PersonId, kind: Kind = 'codes'): Promise<void> {
  return tx.stepUp.putFailures(keyOf(person, kind), { count: 0, lockedUntil: null });
}
