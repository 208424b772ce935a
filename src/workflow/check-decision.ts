import { canDecide } from '#approvals/may.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { absenceOf, electorateOf, standpointOf } from './electorate.ts';
import { explained } from './explained.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { outOfTurn } from './out-of-turn.ts';
import { refuseTired } from './refuse-tired.ts';
import type { CheckOutcome, UseCases } from './use-cases.ts';
import { safeguardsNow } from './when-ready.ts';
import { seenBy } from './sight.ts';

export const unknownRequest = refuse('decide.unknown', {
  what: 'This request does not exist here.',
  rule: 'A decision is taken on a request of this installation.',
});

/** Whether this person could decide now. Asks Slack afresh, so that the decision itself can commit on evidence of this minute. */
export async function checkDecision(house: House, ask: Parameters<UseCases['check']>[0]): Promise<CheckOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const { requests } = seenBy(house, person);
    const record = await requests.find(ask.requestId);
    if (record === null) return noted(house, ask.caller, unknownRequest);
    const electorate = await electorateOf(house, record);
    const decisions = await requests.decisions(ask.requestId);
    const standpoint = standpointOf(house, electorate, { record, decisions, who: person });
    const no = canDecide(standpoint, ask.kind);
    const caller = before(house, ask.caller, record);
    if (no !== null) return noted(house, caller, explained(no, absenceOf(electorate, person)));
    const early = ask.kind === 'approve' ? outOfTurn({ record, electorate }, decisions, person) : null;
    if (early !== null) return noted(house, caller, early);
    const tired = ask.kind === 'approve' ? await refuseTired(house, requests, person) : null;
    if (tired !== null) return noted(house, caller, tired);
    const looked = {
      requestId: ask.requestId,
      person: person.personId,
      slackId: person.slackId,
      at: house.clock.now(),
    };
    // Whoever has it open knows of it: nobody reminds them.
    await house.store.transact((tx) => tx.desk.look(looked));
    return { kind: 'may', picture: await drawPicture(house, record), safeguards: safeguardsNow(record, electorate) };
  });
}
