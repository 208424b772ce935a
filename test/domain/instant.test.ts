import { describe, expect, test } from 'vitest';
import { count, dayMs, hourMs, minuteMs, roughly, secondMs, utcMinute } from '#domain/instant.ts';

test('a moment is said to the minute, in UTC and with the letters that say so', () => {
  expect(utcMinute(Date.UTC(2026, 10, 23, 14, 5, 59, 999))).toBe('2026-11-23 14:05 UTC');
  expect(utcMinute(0)).toBe('1970-01-01 00:00 UTC');
});

describe('how long roughly', () => {
  test.each([
    [0, 'less than a minute'],
    [59 * secondMs, 'less than a minute'],
    [minuteMs, '1 minute'],
    [hourMs - 1, '59 minutes'],
    [hourMs, '1 hour'],
    [47 * hourMs, '47 hours'],
    [2 * dayMs, '2 days'],
    [400 * dayMs, '400 days'],
  ])('%d ms is %j', (spanMs, said) => {
    expect(roughly(spanMs)).toBe(said);
    expect(roughly(-spanMs)).toBe(said);
  });
});

test('one is one, and everything else is many', () => {
  expect([0, 1, 2].map((n) => count(n, 'key'))).toEqual(['0 keys', '1 key', '2 keys']);
  expect(count(2, 'person', 'people')).toBe('2 people');
});
