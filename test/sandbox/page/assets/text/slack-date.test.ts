import { describe, expect, it } from 'vitest';
import { formatSlackDate, relative } from '#sandbox/page/assets/text/slack-date.ts';

// The test runner sets TZ=UTC, so local time here is UTC.
const NOW_MS = Date.UTC(2026, 10, 23, 12, 0, 0);
const at = (hours: number) => NOW_MS / 1000 + hours * 3600;
const show = (format: string, hours = 0) => formatSlackDate(at(hours), format, NOW_MS).replaceAll('\u202F', ' ');

describe('a Slack date', () => {
  it.each([
    ['{date_num}', '2026-11-23'],
    ['{date_slash}', '11/23/2026'],
    ['{date}', 'November 23rd, 2026'],
    ['{date_short}', 'Nov 23, 2026'],
    ['{date_long}', 'Monday, November 23rd, 2026'],
    ['{time}', '12:00 PM'],
    ['{time_secs}', '12:00:00 PM'],
    ['on {date_num} at {time}', 'on 2026-11-23 at 12:00 PM'],
  ])('shows %s as %s', (format, shown) => {
    expect(show(format)).toBe(shown);
  });

  it.each([
    [-13, 'yesterday'],
    [-12, 'today'],
    [11, 'today'],
    [12, 'tomorrow'],
    [36, 'Nov 25, 2026'],
  ])('%s hours from noon is %s', (hours, shown) => {
    expect(show('{date_short_pretty}', hours)).toBe(shown);
  });

  it('leaves a placeholder it does not know', () => {
    expect(show('{date_nice} x')).toBe('{date_nice} x');
  });

  it.each([
    [30_000, 'just now'],
    [-3 * 60_000, '3 minutes ago'],
    [2 * 86_400_000, 'in 2 days'],
    [-40 * 86_400_000, '1 month ago'],
  ])('%s ms from now is “%s”', (differenceMs, shown) => {
    expect(relative(NOW_MS + differenceMs, NOW_MS)).toBe(shown);
  });
});
