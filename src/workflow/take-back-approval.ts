import { findRevocable } from '#approvals/take-back.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from './admit.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { enter, mustMove } from './record.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

const unknownRequest = refuse('take-back.unknown', {
  what: 'This request does not exist here.',
  rule: 'An approval is taken back from a request of this installation.',
});

/** Takes an approval back that its giver gave a moment ago: it is not counted, and the request needs somebody again. */
export async function takeBackApproval(house: House, ask: Parameters<UseCases['takeBack']>[0]): Promise<ActOutcome> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const found = await seenBy(house, person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknownRequest);
    const result = await house.store.transact(async (tx): Promise<Refusal | null> => {
      const record = await tx.requests.find(ask.requestId);
      if (record === null) return unknownRequest;
      const now = house.clock.now();
      const { takeBackMs } = house.policy().policy;
      const decisions = await tx.requests.decisions(ask.requestId);
      const given = findRevocable(decisions, { record, who: person, now, takeBackMs });
      if (isRefusal(given)) return given;
      await tx.requests.dropDecision(ask.requestId, given.person);
      await enter(tx, house, {
        kind: 'decision.taken-back',
        who: person.slackId,
        requestId: ask.requestId,
        what: { digest: given.digest, given: given.at, via: ask.caller.via },
      });
      const outcome = `${person.name} took their approval back.`;
      await mustMove(tx, house, { record, move: { event: 'take-back', who: person.slackId, outcome } });
      return null;
    });
    if (result !== null) return noted(house, before(house, ask.caller, found), result);
    house.nudge();
    const sentence = `You took your approval of ${shortRequestId(ask.requestId)} back. It does not count; you can decide again.`;
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
