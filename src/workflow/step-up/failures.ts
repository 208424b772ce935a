import type { PersonId } from '#domain/ids.ts';
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

export async function isLocked(read: Pick<Reading, 'stepUp'>, house: Keeper, person: PersonId): Promise<boolean> {
  const { lockedUntil } = await read.stepUp.failuresOf(person);
  return lockedUntil !== null && house.clock.now() < lockedUntil;
}

/** Counts something that was not accepted; the fifth in a row locks, loudly. */
export async function countFailure(tx: Writing, house: Keeper, person: PersonId): Promise<void> {
  const now = house.clock.now();
  const count = (await tx.stepUp.failuresOf(person)).count + 1;
  if (count < MOST_FAILURES) return tx.stepUp.putFailures(person, { count, lockedUntil: null });
  await tx.stepUp.putFailures(person, { count: 0, lockedUntil: now + LOCKED_MS });
  const what = { person, until: now + LOCKED_MS };
  await enter(tx, house, { kind: 'step-up.locked', who: 'system:step-up', requestId: null, what });
  const { policy } = house.policy();
  const name = policy.people[person]?.name ?? person;
  await tellPresence(tx, house, {
    key: `locked:${person}:${now}`,
    text: `Five codes or signatures of ${name} in a row were not accepted, so none is for 15 minutes. If that was not ${name}, freeze them: /openai freeze person.`,
    to: slackIdsOf(policy, person),
  });
}

export function forgetFailures(tx: Writing, person: PersonId): Promise<void> {
  return tx.stepUp.putFailures(person, { count: 0, lockedUntil: null });
}
