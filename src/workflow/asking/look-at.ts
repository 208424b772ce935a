import { isEligible } from '#approvals/standpoint.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, noted } from '../admit.ts';
import { drawPicture } from '../draw-picture.ts';
import { electorateOf, standpointOf } from '../electorate.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { seenBy } from '../sight.ts';
import type { SightOutcome, UseCases } from '../use-cases.ts';

const unknown = refuse('look.unknown', {
  what: 'This request does not exist here.',
  rule: 'Only requests of this installation can be looked at.',
});

/** Notes that somebody who could decide has it open: they know of it, and nobody reminds them. */
async function noteLook(house: House, record: PlannedRequest, { personId, slackId, ...who }: Requester): Promise<void> {
  if (record.state !== 'pending') return;
  const electorate = await electorateOf(house, record);
  const standpoint = standpointOf(house, electorate, { record, decisions: [], who: { ...who, personId, slackId } });
  if (!isEligible(standpoint)) return;
  const { id: requestId } = record.terms;
  await house.store.transact((tx) => tx.desk.look({ requestId, person: personId, slackId, at: house.clock.now() }));
}

/** Everything about one request, as far as this person may know of it. A draft is its requester's own business until it is sent. */
export async function lookAt(house: House, ask: Parameters<UseCases['look']>[0]): Promise<SightOutcome> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const record = await seenBy(house, person).requests.find(ask.requestId);
    const isOthersDraft = record?.state === 'draft' && record.terms.requester.slackId !== person.slackId;
    if (record === null || isOthersDraft) return noted(house, ask.caller, unknown);
    await noteLook(house, record, person);
    return { kind: 'may', picture: await drawPicture(house, record) };
  });
}
