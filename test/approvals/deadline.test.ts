import { describe, expect, test } from 'vitest';
import { deadlineAfter, decideBy, draftLifeMs, isOver, longestWaitMs, type Move } from '#approvals/deadline.ts';
import { finalStates } from '#approvals/state.ts';
import { HOUR, NOW } from './fixture.ts';

const move = (more: Partial<Move>): Move => ({
  from: 'pending',
  to: 'approved',
  now: NOW,
  decideBy: NOW + 5 * HOUR,
  collectWithinMs: 24 * HOUR,
  current: NOW + HOUR,
  readyAt: null,
  ...more,
});

describe('how long approvers have', () => {
  test('is what the policy says, within three days', () => {
    expect(decideBy(NOW, 8 * HOUR)).toBe(NOW + 8 * HOUR);
    expect(decideBy(NOW, 1_000 * HOUR)).toBe(NOW + longestWaitMs);
    expect(longestWaitMs).toBe(72 * HOUR);
  });

  test('is never so short that nobody can react', () => {
    expect(decideBy(NOW, 0)).toBe(NOW + 5 * 60_000);
    expect(decideBy(NOW, -HOUR)).toBe(NOW + 5 * 60_000);
  });
});

describe('a state ends by itself', () => {
  test('half an hour after it was drafted', () => {
    expect(deadlineAfter(move({ from: null, to: 'draft', current: null }))).toBe(NOW + draftLifeMs);
  });

  test('at the time set for deciding, also when an approval lapsed', () => {
    expect(deadlineAfter(move({ from: 'draft', to: 'pending' }))).toBe(NOW + 5 * HOUR);
    expect(deadlineAfter(move({ from: 'waiting', to: 'pending' }))).toBe(NOW + 5 * HOUR);
  });

  test('as long after an approval as the policy says, within three days', () => {
    expect(deadlineAfter(move({}))).toBe(NOW + 24 * HOUR);
    expect(deadlineAfter(move({ collectWithinMs: 100 * HOUR }))).toBe(NOW + 72 * HOUR);
  });

  test.each([
    { from: 'approved', to: 'waiting' },
    { from: 'waiting', to: 'executing' },
    { from: 'executing', to: 'waiting' },
    { from: 'executing', to: 'approved' },
    { from: 'executing', to: 'unknown' },
    { from: 'unknown', to: 'waiting' },
  ] as const)('and from $from to $to keeps the approval’s end, never extends it', (step) => {
    expect(deadlineAfter(move(step))).toBe(NOW + HOUR);
  });

  test.each([...finalStates, 'needs_human' as const])('and %s has no end', (to) => {
    expect(deadlineAfter(move({ to }))).toBeNull();
  });
});

test('at the deadline itself it is over: a click in the same millisecond comes too late', () => {
  expect(isOver(NOW, NOW - 1)).toBe(false);
  expect(isOver(NOW, NOW)).toBe(true);
  expect(isOver(null, NOW)).toBe(false);
});
