import { isEligible } from '#approvals/standpoint.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { admit } from '../admit.ts';
import { electorateOf, standpointOf } from '../electorate.ts';
import type { House } from '../house.ts';
import type { UseCases } from '../use-cases.ts';

/** Notes that somebody who could decide has it open: they know of it, and nobody reminds them. */
export async function lookAt(house: House, ask: Parameters<UseCases['look']>[0]): Promise<Refusal | null> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  const { requestId } = ask;
  const record = await house.store.read.requests.find(requestId);
  if (record?.state !== 'pending') return null;
  const electorate = await electorateOf(house, record);
  if (!isEligible(standpointOf(house, electorate, { record, decisions: [], who: person }))) return null;
  const { personId, slackId } = person;
  await house.store.transact((tx) => tx.desk.look({ requestId, person: personId, slackId, at: house.clock.now() }));
  return null;
}
