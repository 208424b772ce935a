import { canAddTo } from '#approvals/addition.ts';
import { canChange } from '#approvals/change.ts';
import { canAnswer, canAsk, openQuestion } from '#approvals/question.ts';
import { canSuggest } from '#approvals/suggestion.ts';
import type { Standpoint } from '#approvals/standpoint.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import type { RequestPicture } from './picture.ts';
import type { SightOutcome, Talk, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

const unknown = refuse('talk.unknown', {
  what: 'This request does not exist here.',
  rule: 'Only requests of this installation can be talked about.',
});

function mayNot(talk: Talk, standpoint: Standpoint, { questions, suggestions }: RequestPicture): Refusal | null {
  switch (talk) {
    case 'ask':
      return canAsk(standpoint, questions);
    case 'answer':
      return canAnswer(standpoint, openQuestion(questions));
    case 'change':
      return canChange(standpoint);
    case 'suggest':
      return canSuggest(standpoint, suggestions);
    case 'add':
      return canAddTo(standpoint);
  }
}

/** Whether this person may ask, answer or change now; with what they have to see for it. */
export async function checkTalk(house: House, ask: Parameters<UseCases['checkTalk']>[0]): Promise<SightOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const record = await seenBy(house, person).requests.find(ask.requestId);
    if (record === null) return noted(house, ask.caller, unknown);
    const electorate = await electorateOf(house, record);
    const picture = await drawPicture(house, record);
    const standpoint = standpointOf(house, electorate, { record, decisions: picture.decisions, who: person });
    const no = mayNot(ask.talk, standpoint, picture);
    return no === null ? { kind: 'may', picture } : noted(house, before(house, ask.caller, record), no);
  });
}
