import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { decideUntil, isOver } from './deadline.ts';
import { isEligible, isRequester, type Standpoint, whoCanDecide } from './standpoint.ts';
import { standingWords } from './standing-words.ts';

/** What an approver wants to know before deciding, and what the requester says to it. Neither changes what was asked for. */
export interface Question {
  readonly id: number;
  readonly requestId: RequestId;
  readonly by: { readonly person: PersonId; readonly slackId: SlackUserId; readonly name: string };
  readonly text: string;
  readonly at: Instant;
  readonly answer: { readonly text: string; readonly at: Instant } | null;
}

// Whoever needs more than this to decide should talk to the requester, and a card has to stay readable.
export const mostQuestions = 5;

/** The question that waits for its answer, if one does; there is never more than one. */
export function openQuestion(questions: readonly Question[]): Question | null {
  return questions.find(({ answer }) => answer === null) ?? null;
}

/** Whether this person may put a question now: whoever could decide, also after they have, one question at a time. */
export function canAsk(standpoint: Standpoint, questions: readonly Question[]): Refusal | null {
  const what = 'Your question was not asked.';
  if (isRequester(standpoint)) {
    const rule = 'You asked for this; questions come from those who decide.';
    return refuse('question.own-request', { what, rule, whoCan: whoCanDecide(standpoint) });
  }
  const { beneficiary, barred = [] } = standpoint.record.terms;
  if (standpoint.who.personId === beneficiary || barred.includes(standpoint.who.personId)) {
    const rule = 'This is about you, so others decide on it, and ask.';
    return refuse('question.own-benefit', { what, rule, whoCan: whoCanDecide(standpoint) });
  }
  if (!isEligible(standpoint)) {
    const rule = 'Only those who could decide on this can ask about it.';
    return refuse('question.not-eligible', { what, rule, whoCan: whoCanDecide(standpoint) });
  }
  const closed = refuseClosed(standpoint, what);
  if (closed !== null) return closed;
  const waiting = openQuestion(questions);
  if (waiting !== null) {
    const rule = `The question of ${waiting.by.name} waits for its answer; one is asked at a time.`;
    return refuse('question.waiting', { what, rule, whoCan: 'You, once it is answered.' });
  }
  if (questions.length < mostQuestions) return null;
  const rule = `${mostQuestions} questions were asked already. Talk to ${standpoint.record.terms.requester.name}, or decide.`;
  return refuse('question.too-many', { what, rule });
}

/** Whether this person may answer this question now: whoever asked for the request, once. */
export function canAnswer(standpoint: Standpoint, question: Question | null): Refusal | null {
  const what = 'Your answer was not recorded.';
  if (!isRequester(standpoint)) {
    const { name } = standpoint.record.terms.requester;
    return refuse('question.not-yours', {
      what,
      rule: 'A question is answered by whoever made the request.',
      whoCan: `${name} can.`,
    });
  }
  const closed = refuseClosed(standpoint, what);
  if (closed !== null) return closed;
  if (question?.answer === null) return null;
  return refuse('question.answered', { what, rule: 'This question has its answer already; it stands on the card.' });
}

function refuseClosed({ record, now }: Standpoint, what: string): Refusal | null {
  const isLate = isOver(record.deadline, now) || isOver(decideUntil(record), now);
  if (record.state === 'pending' && !isLate) return null;
  const rule = record.state === 'pending' ? standingWords.expired : standingWords[record.state];
  return refuse('request.closed', { what, rule });
}

/**
 * How much later approvals count after this event. Only the first question moves the end, so that nobody keeps a request open by asking:
 * while it waits, by all that may be; once it is answered, by what its answer took.
 */
export function pausedBy(
  terms: Standpoint['record']['terms'],
  first: Pick<Question, 'at'>,
  answeredAt: Instant | null,
): number {
  const most = terms.pauseMs ?? 0;
  return answeredAt === null ? most : Math.max(0, Math.min(most, answeredAt - first.at));
}
