import { isRefusal } from '#domain/refusal.ts';
import { admit, noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import { checkDecision } from '../check-decision.ts';
import type { CheckOutcome, UseCases } from '../use-cases.ts';
import { askProof } from './ask-proof.ts';

/** Whether this person could decide now and, for an approval, how they will have to prove that it is they. */
export async function checkWithProof(house: House, ask: Parameters<UseCases['check']>[0]): Promise<CheckOutcome> {
  const checked = await checkDecision(house, ask);
  if (checked.kind !== 'may' || ask.kind === 'deny' || checked.safeguards.stepUp === 'none') return checked;
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const { picture, safeguards } = checked;
    const asks = await askProof(house, { record: picture.record, person, stepUp: safeguards.stepUp });
    return isRefusal(asks) ? noted(house, ask.caller, asks) : { ...checked, asks };
  });
}
