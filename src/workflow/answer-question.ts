import { canAnswer, pausedBy } from '#approvals/question.ts';
import { shortRequestId } from '#domain/ids.ts';
import { oneLine } from '#domain/printable.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { type Electorate, standpointOf } from './electorate.ts';
import type { House } from './house.ts';
import { questionKey } from './ports/messages.ts';
import type { Writing } from './ports/store.ts';
import { enter, LostRace, mustMove } from './record.ts';
import { talkAbout } from './talk-about.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';

type Answering = Parameters<UseCases['answer']>[0];

const unknown = refuse('question.unknown', {
  what: 'Your answer was not recorded.',
  rule: 'This question does not exist here.',
});

interface Answered {
  readonly ask: Answering;
  readonly person: Requester;
  readonly electorate: Electorate;
}

/** Records the answer, lets the clock of deciding go on if the question had stopped it, and tells whoever asked. */
async function putAnswer(house: House, tx: Writing, { ask, person, electorate }: Answered): Promise<string | Refusal> {
  const { requestId } = ask;
  const record = await tx.requests.find(requestId);
  if (record === null) return unknown;
  const questions = await tx.questions.of(requestId);
  const decisions = await tx.requests.decisions(requestId);
  const question = questions.find(({ id }) => id === ask.question) ?? null;
  const no = canAnswer(standpointOf(house, electorate, { record, decisions, who: person }), question);
  if (no !== null) return no;
  if (question === null) return unknown;
  const now = house.clock.now();
  const text = ask.text.trim();
  if (!(await tx.questions.answer(question.id, { text, at: now }))) throw new LostRace('It was answered already');
  const what = { question: question.id, text, digest: record.digest, via: ask.caller.via };
  await enter(tx, house, { kind: 'question.answered', who: person.slackId, requestId, what });
  const pause = question.id === questions[0]?.id ? { pausedMs: pausedBy(record.terms, question, now) } : {};
  const move = { event: 'answer', who: person.slackId, outcome: record.outcome, inTime: true, ...pause } as const;
  await mustMove(tx, house, { record, move });
  const about = { requestId, question: question.id };
  const key = questionKey(requestId, question.id);
  await tx.outbox.put({ kind: 'question', key, lane: 'normal', payload: about, notBefore: now }, now);
  const told = `${person.name} answered your question about ${shortRequestId(requestId)} (${oneLine(record.terms.plan.title, 100)}): ${oneLine(text, 500)}`;
  const payload = { text: told, channel: question.by.slackId };
  await tx.outbox.put({ kind: 'notice', key: `${key}:answered`, lane: 'urgent', payload, notBefore: now }, now);
  return `Answered. ${question.by.name} is told, and it stands on the card. (${shortRequestId(requestId)})`;
}

/** The requester answers a question. What was asked for stays what it is; whoever wants something else changes the request. */
export function answerQuestion(house: House, ask: Answering): Promise<ActOutcome> {
  const put = (tx: Writing, by: Omit<Answered, 'ask'>) => putAnswer(house, tx, { ask, ...by });
  return talkAbout(house, { ask, called: 'The answer', unknown, put });
}
