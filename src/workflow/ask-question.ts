import { canAsk, pausedBy } from '#approvals/question.ts';
import { shortRequestId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Electorate, standpointOf } from './electorate.ts';
import type { House } from './house.ts';
import { questionKey } from './ports/messages.ts';
import type { Writing } from './ports/store.ts';
import { enter, mustMove } from './record.ts';
import { talkAbout } from './talk-about.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import type { Requester } from '#operations/operation.ts';

type Asking = Parameters<UseCases['ask']>[0];

const unknown = refuse('question.unknown', {
  what: 'Your question was not asked.',
  rule: 'This request does not exist here.',
});

interface Asked {
  readonly ask: Asking;
  readonly person: Requester;
  readonly electorate: Electorate;
}

/** Records the question, stops the clock of deciding if it is the first, and puts it on its way to the requester. */
async function putQuestion(house: House, tx: Writing, { ask, person, electorate }: Asked): Promise<string | Refusal> {
  const { requestId } = ask;
  const record = await tx.requests.find(requestId);
  if (record === null) return unknown;
  const decisions = await tx.requests.decisions(requestId);
  const earlier = await tx.questions.of(requestId);
  const no = canAsk(standpointOf(house, electorate, { record, decisions, who: person }), earlier);
  if (no !== null) return no;
  const now = house.clock.now();
  const { personId, slackId, name } = person;
  const text = ask.text.trim();
  const question = await tx.questions.ask({ requestId, by: { person: personId, slackId, name }, text, at: now });
  const what = { question: question.id, text, digest: record.digest, via: ask.caller.via };
  await enter(tx, house, { kind: 'question.asked', who: slackId, requestId, what });
  const pause = earlier.length === 0 ? { pausedMs: pausedBy(record.terms, question, null) } : {};
  const move = { event: 'ask', who: slackId, outcome: record.outcome, inTime: true, ...pause } as const;
  await mustMove(tx, house, { record, move });
  const payload = { requestId, question: question.id };
  const key = questionKey(requestId, question.id);
  await tx.outbox.put({ kind: 'question', key, lane: 'urgent', payload, notBefore: now }, now);
  return `${record.terms.requester.name} was asked. The answer stands on the card, and Countersign writes to you. (${shortRequestId(requestId)})`;
}

/** An approver asks the requester something before deciding. Nothing that was asked for changes by it. */
export function askQuestion(house: House, ask: Asking): Promise<ActOutcome> {
  const put = (tx: Writing, by: Omit<Asked, 'ask'>) => putQuestion(house, tx, { ask, ...by });
  return talkAbout(house, { ask, called: 'The question', unknown, put });
}
