import { canCancel } from '#approvals/may.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from './admit.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { moveRequest } from './record.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

const gone = refuse('cancel.too-late', {
  what: 'This was not cancelled.',
  rule: 'The request changed at the same moment. Look at the card: it shows how it stands now.',
});

/** Takes a request back (its requester) or stops it before the first byte (anybody who could have denied it). */
export async function cancelRequest(house: House, ask: Parameters<UseCases['cancel']>[0]): Promise<ActOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const found = await seenBy(house, person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, gone);
    const electorate = await electorateOf(house, found);
    const result = await house.store.transact(async (tx): Promise<Refusal | null> => {
      const record = await tx.requests.find(ask.requestId);
      if (record === null) return gone;
      const decisions = await tx.requests.decisions(ask.requestId);
      const no = canCancel(standpointOf(house, electorate, { record, decisions, who: person }));
      if (no !== null) return no;
      const isOwn = record.terms.requester.slackId === person.slackId;
      const outcome = isOwn
        ? `Cancelled by ${person.name}, who had asked`
        : `Stopped by ${person.name} before anything was sent`;
      const move = { event: 'cancel', who: person.slackId, outcome } as const;
      return (await moveRequest(tx, house, { record, move })) === null ? gone : null;
    });
    if (result !== null) return noted(house, before(house, ask.caller, found), result);
    house.nudge();
    const sentence = `${shortRequestId(ask.requestId)} is cancelled. Nothing was sent.`;
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
