import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideBy, decideUntil, longestWaitMs, pauseFor } from '#approvals/deadline.ts';
import { canAnswer, canAsk, mostQuestions, pausedBy, type Question } from '#approvals/question.ts';
import type { Standpoint } from '#approvals/standpoint.ts';
import { requestStates } from '#approvals/state.ts';
import { personId } from '#domain/ids.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { DIGEST, HOUR, NOW, requirement, terms, who } from './fixture.ts';

const { policy } = smallPolicy();

function standing(
  more: Partial<Standpoint['record']> = {},
  human: 'bea' | 'erin' | 'priya' | 'sam' = 'bea',
): Standpoint {
  const record = {
    terms,
    digest: DIGEST,
    state: 'pending',
    deadline: NOW + HOUR,
    readyAt: null,
    pausedMs: 0,
    ...more,
  } as const;
  const requirements = [requirement(1, 'approvers', ['bea', 'omar'])];
  return { record, decisions: [], requirements, who: who(human), policy, now: NOW };
}

const question = (more: Partial<Question> = {}): Question => ({
  id: 1,
  requestId: terms.id,
  by: { person: personId('bea'), slackId: who('bea').slackId, name: 'Bea Lindqvist' },
  text: 'What is it for?',
  at: NOW,
  answer: null,
  ...more,
});
const answered = question({ answer: { text: 'For the ranker.', at: NOW } });

describe('a question', () => {
  test('is put by whoever could decide, and by nobody else', () => {
    expect(canAsk(standing(), [])).toBeNull();
    expect(canAsk(standing({}, 'erin'), [])?.code).toBe('question.own-request');
    expect(canAsk(standing({}, 'sam'), [])?.code).toBe('question.not-eligible');
    expect(canAsk(standing({}, 'priya'), [])?.code).toBe('question.own-benefit');
  });

  test('is put only while people decide, and in time', () => {
    for (const state of requestStates.filter((each) => each !== 'pending'))
      expect(canAsk(standing({ state }), [])?.code).toBe('request.closed');
    expect(canAsk(standing({ deadline: NOW }), [])?.rule).toBe('This has expired.');
  });

  test('waits until the one before has its answer, and comes to an end', () => {
    expect(canAsk(standing(), [question()])?.code).toBe('question.waiting');
    expect(canAsk(standing(), [answered])).toBeNull();
    const all = Array.from({ length: mostQuestions }, () => answered);
    expect(canAsk(standing(), all)?.code).toBe('question.too-many');
  });

  test('is answered once, by whoever made the request', () => {
    expect(canAnswer(standing({}, 'erin'), question())).toBeNull();
    expect(canAnswer(standing({}, 'bea'), question())?.code).toBe('question.not-yours');
    expect(canAnswer(standing({}, 'erin'), answered)?.code).toBe('question.answered');
    expect(canAnswer(standing({ state: 'approved' }, 'erin'), question())?.code).toBe('request.closed');
  });
});

describe('the clock of deciding', () => {
  const span = fc.integer({ min: 0, max: 200 * HOUR });
  const story = fc.record({ within: span, askedAfter: span, answeredAfter: fc.option(span), stored: span });

  test('stands still for what the answer takes, never longer than stands under the digest', () => {
    const paused = { ...terms, pauseMs: 8 * HOUR };
    expect(pausedBy(paused, question(), null)).toBe(8 * HOUR);
    expect(pausedBy(paused, question(), NOW + HOUR)).toBe(HOUR);
    expect(pausedBy(paused, question(), NOW + 100 * HOUR)).toBe(8 * HOUR);
    expect(pausedBy(paused, question(), NOW - HOUR)).toBe(0);
  });

  test('does not stand still for a request that was made before there were questions', () => {
    expect(pausedBy(terms, question(), null)).toBe(0);
    expect(decideUntil({ terms, pausedMs: 5 * HOUR })).toBe(terms.decideBy);
  });

  test('has always run out three days after the request was made, whatever the policy, the question and the answer', () => {
    fc.assert(
      fc.property(story, ({ within, askedAfter, answeredAfter, stored }) => {
        const until = decideBy(NOW, within);
        const made = { ...terms, decideBy: until, pauseMs: pauseFor(NOW, until) };
        const at = NOW + askedAfter;
        const pausedMs = pausedBy(made, { at }, answeredAfter === null ? null : at + answeredAfter);
        expect(decideUntil({ terms: made, pausedMs })).toBeGreaterThanOrEqual(until);
        expect(decideUntil({ terms: made, pausedMs })).toBeLessThanOrEqual(NOW + longestWaitMs);
        // What is stored beside the terms cannot move the end beyond what stands under the digest.
        expect(decideUntil({ terms: made, pausedMs: stored })).toBeLessThanOrEqual(NOW + longestWaitMs);
      }),
    );
  });
});
