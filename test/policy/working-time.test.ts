import { describe, expect, test } from 'vitest';
import type { Hours } from '#policy/calendar.ts';
import { workingEnd } from '#policy/working-time.ts';

const HOUR = 3_600_000;
const hours = (more: Partial<Hours> = {}): Hours => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from: 9 * 60,
  to: 17 * 60,
  zone: 'Europe/Berlin',
  except: [],
  ...more,
});
const holidays = [{ first: '2026-12-01', last: '2026-12-01' }];
const end = (own: Hours, from: number, spanMs: number) =>
  workingEnd(own, { holidays }, { from, spanMs, until: from + 72 * HOUR });

describe('working time', () => {
  test('passes only within the hours, to the minute', () => {
    expect(end(hours(), Date.UTC(2026, 10, 30, 9, 30), 2 * HOUR)).toBe(Date.UTC(2026, 10, 30, 11, 30));
    // Half an hour before they go home, and half an hour on the next morning.
    expect(end(hours(), Date.UTC(2026, 10, 30, 15, 30), HOUR)).toBe(Date.UTC(2026, 11, 1, 8, 30));
  });

  test('goes by the clock on the wall where clocks change', () => {
    // Berlin turns its clocks back on Sunday the 25th: nine in the morning is an hour later in UTC.
    const saturday = Date.UTC(2026, 9, 24, 14);
    expect(end(hours(), saturday, 2 * HOUR)).toBe(Date.UTC(2026, 9, 25, 9));
    // And forward on 29 March: between two and three nobody works, because there is no such hour.
    const night = hours({ from: 60, to: 240 });
    expect(end(night, Date.UTC(2026, 2, 29, 0), 2 * HOUR)).toBe(Date.UTC(2026, 2, 29, 2));
  });

  test('leaves out the days of a calendar', () => {
    const monday = Date.UTC(2026, 10, 30, 15, 30);
    expect(end(hours({ except: ['holidays'] }), monday, HOUR)).toBe(Date.UTC(2026, 11, 2, 8, 30));
  });

  test('ends at its bound where nobody works before', () => {
    const never = hours({ days: ['sun'] });
    const monday = Date.UTC(2026, 10, 30, 0);
    expect(end(never, monday, HOUR)).toBe(monday + 72 * HOUR);
  });
});
