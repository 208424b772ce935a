import { isRefusal } from '#domain/refusal.ts';
import { admit, noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import { recordDecision } from '../record-decision.ts';
import type { ActOutcome, UseCases } from '../use-cases.ts';
import { proveCode } from './prove-code.ts';

/** Records a decision; an approval that comes with a one-time code is proven by it first. A denial needs no proof. */
export async function decideWithCode(house: House, asked: Parameters<UseCases['decide']>[0]): Promise<ActOutcome> {
  const { code = '', ...ask } = asked;
  if (code === '' || ask.kind === 'deny') return recordDecision(house, ask);
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  const proof = await orFailed(house.log, () => proveCode(house, { person: person.personId, code }));
  // Failures are counted in the same breath, and their alarm must leave.
  house.nudge();
  if (isRefusal(proof)) return noted(house, ask.caller, proof);
  return proof.kind === 'failed' ? proof : recordDecision(house, ask, proof);
}
