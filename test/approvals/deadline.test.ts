import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineAfter, decideBy, draftLifeMs, isOver, longestWaitMs, type Move } from '#approvals/deadline.ts';
import { type Hours, weekdays } from '#policy/calendar.ts';
import type { Policy } from '#policy/policy.ts';
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

describe('how long approvers have where the policy says when they work', () => {
  const hours: Hours = {
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: 540,
    to: 1020,
    zone: 'Europe/Berlin',
    except: [],
  };
  const group = (own: Hours | null) =>
    ({
      kind: 'list',
      people: [],
      unit: null,
      hours: own,
      fallback: null,
      escalateAfterMs: null,
    }) satisfies Policy['groups'][string];
  const policyOf = (groups: Policy['groups']) => ({ groups, calendars: {} }) as Policy;
  const asked = (groups: Policy['groups'], ...from: string[]) => ({
    policy: policyOf(groups),
    requirements: [{ count: 1, from }],
  });

  test('counts their hours: asked on Friday evening, four hours later is Monday at one', () => {
    const friday = Date.UTC(2026, 10, 27, 17);
    expect(decideBy(friday, 4 * HOUR, asked({ leads: group(hours) }, 'leads'))).toBe(Date.UTC(2026, 10, 30, 12));
  });

  test('goes by the group that is there first, and by the slowest requirement', () => {
    const friday = Date.UTC(2026, 10, 27, 17);
    const groups = { leads: group(hours), 'on-call': group(null) };
    expect(decideBy(friday, 4 * HOUR, asked(groups, 'leads', 'on-call'))).toBe(friday + 4 * HOUR);
    const both = [
      { count: 1, from: ['leads'] },
      { count: 1, from: ['on-call'] },
    ];
    expect(decideBy(friday, 4 * HOUR, { policy: policyOf(groups), requirements: both })).toBe(
      Date.UTC(2026, 10, 30, 12),
    );
  });

  test('is never shorter than on the clock and never longer than three days, whatever the hours', () => {
    const anyHours = fc
      .record({
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: fc.nat(1438),
        length: fc.integer({ min: 1, max: 1440 }),
        zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      })
      .map(({ days, from, length, zone }): Hours => ({
        days,
        from,
        to: Math.min(1440, from + length),
        zone,
        except: [],
      }));
    // Around both changes of the clocks of 2026 in Europe, America and Australia.
    const anyTime = fc.constantFrom(
      Date.UTC(2026, 2, 8),
      Date.UTC(2026, 2, 29),
      Date.UTC(2026, 3, 5),
      Date.UTC(2026, 9, 25),
      Date.UTC(2026, 10, 1),
    );
    const span = fc.integer({ min: 5, max: 72 * 60 });
    const story = fc.record({ day: anyTime, ahead: fc.integer({ min: -2880, max: 1440 }), span, hours: anyHours });
    fc.assert(
      fc.property(story, ({ day, ahead, span: minutes, hours: own }) => {
        const now = day + ahead * 60_000;
        const by = decideBy(now, minutes * 60_000, asked({ leads: group(own) }, 'leads'));
        expect(by).toBeGreaterThanOrEqual(Math.min(now + minutes * 60_000, now + longestWaitMs));
        expect(by).toBeLessThanOrEqual(now + longestWaitMs);
      }),
      { numRuns: 60 },
    );
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
