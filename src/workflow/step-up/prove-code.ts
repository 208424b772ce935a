import type { Proof } from '#approvals/proof.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { countFailure, forgetFailures, isLocked } from './failures.ts';
import type { Writing } from '../ports/store.ts';
import type { Keeper } from './keeper.ts';

// One sentence for every no, so that nobody learns from it whether the code was wrong, used, or whether there is a code at all.
const notAccepted = refuse('step-up.code', {
  what: 'The code was not accepted.',
  rule: 'Type the newest code of your app. Each is accepted once, and after five that were not, none is for 15 minutes.',
});

interface GivenCode {
  readonly person: PersonId;
  readonly code: string;
}

/**
 * Takes a one-time code as proof that this person is there. The code is used up by it, whatever becomes of the decision it was given
 * for; a code that is not accepted is counted. Neither is ever written down.
 */
export async function proveCodeIn(tx: Writing, house: Keeper, given: GivenCode): Promise<Proof | Refusal> {
  const { person, code } = given;
  if (await isLocked(tx, house, { person })) return notAccepted;
  const now = house.clock.now();
  const seed = await tx.stepUp.seedOf(person);
  const isCounting = seed !== null && seed.countsFrom <= now;
  const timeStep = isCounting ? house.presence.codeStep(seed.sealed, person, { code, now }) : null;
  if (timeStep === null || !(await tx.stepUp.useStep(person, timeStep))) {
    await countFailure(tx, house, { person });
    return notAccepted;
  }
  await forgetFailures(tx, person);
  return { kind: 'code', timeStep };
}

/** The same where nothing else belongs to it. */
export function proveCode(house: Keeper, given: GivenCode): Promise<Proof | Refusal> {
  return house.store.transact((tx) => proveCodeIn(tx, house, given));
}
