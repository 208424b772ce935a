import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs, utcMinute } from '#domain/instant.ts';
import { parseMoment } from '#domain/moment.ts';

const now = Date.UTC(2026, 10, 23, 9, 0);
const said = (words: string, zone = 'Europe/Berlin', at = now) => {
  const moment = parseMoment(words, { now: at, zone });
  return moment === null ? null : utcMinute(moment);
};

describe('an hour in words', () => {
  test.each([
    ['today 17:00', '2026-11-23 16:00 UTC'],
    ['Tomorrow  9:00', '2026-11-24 08:00 UTC'],
    ['2026-12-01 08:00', '2026-12-01 07:00 UTC'],
    ['2026-12-01T08:00', '2026-12-01 07:00 UTC'],
    ['2026-12-01 08:00 UTC', '2026-12-01 08:00 UTC'],
    ['in 2h', '2026-11-23 11:00 UTC'],
  ])('%s is meant where its asker is', (words, moment) => {
    expect(said(words)).toBe(moment);
  });

  test.each([
    '',
    'soon',
    '17:00',
    'today',
    'today 24:00',
    'today 17:60',
    '2026-02-30 08:00',
    'in',
    'in soon',
    'today 17:00 PST',
  ])('“%s” is none', (words) => {
    expect(said(words)).toBeNull();
  });

  test('is the day of the asker, not of the server', () => {
    const late = Date.UTC(2026, 10, 23, 23, 30);
    expect(said('today 17:00', 'Pacific/Auckland', late)).toBe('2026-11-24 04:00 UTC');
    expect(said('today 17:00', 'America/Los_Angeles', late)).toBe('2026-11-24 01:00 UTC');
  });

  test('that no clock shows, in the night the clocks go forward, is none', () => {
    const before = Date.UTC(2027, 2, 27, 12, 0);
    expect(said('tomorrow 2:30', 'Europe/Berlin', before)).toBeNull();
    expect(said('tomorrow 3:30', 'Europe/Berlin', before)).toBe('2027-03-28 01:30 UTC');
  });

  test('in a span from now is so far ahead, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: dayMs }), (hours, past) => {
        const at = parseMoment(`in ${hours}h`, { now: now + past, zone: 'UTC' }) ?? 0;
        expect(at - now - past - hours * hourMs).toBeGreaterThanOrEqual(0);
        expect(at - now - past - hours * hourMs).toBeLessThan(minuteMs);
      }),
    );
  });
});
