import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '#domain/duration.ts';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';

const unitMs = { m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs } as const;
const unit = fc.constantFrom(...(Object.keys(unitMs) as (keyof typeof unitMs)[]));
const amount = fc.integer({ min: 1, max: 99_999 });
const part = fc.tuple(amount, unit).map(([n, u]) => ({ text: `${n}${u}`, spanMs: n * unitMs[u] }));

describe('a span as it is typed', () => {
  test('is its amount times its unit', () => {
    fc.assert(
      fc.property(amount, unit, (n, u) => {
        expect(parseDuration(`${n}${u}`)).toBe(n * unitMs[u]);
      }),
    );
  });

  test('of two parts is their sum', () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        expect(parseDuration(one.text + other.text)).toBe(one.spanMs + other.spanMs);
      }),
    );
  });

  test.each([
    ['  30d ', 30 * dayMs],
    ['2W', 14 * dayMs],
    ['0d5m', 5 * minuteMs],
  ])('%j may be typed loosely', (text, spanMs) => {
    expect(parseDuration(text)).toBe(spanMs);
  });

  test.each([
    '',
    '30',
    'd',
    '0d',
    '0h0m',
    '-1d',
    '+1d',
    '1.5h',
    '1 d',
    '1d 12h',
    '1d2h3m',
    '100000d',
    '1y',
    '1s',
    '30 days',
    '1e3d',
    '٣d',
    '30d;',
    'Infinityd',
  ])('%j is refused rather than guessed', (text) => {
    expect(parseDuration(text)).toBeNull();
  });

  test('is never anything but a whole, positive and safe number of milliseconds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9mhdw ]{0,12}$/)), (text) => {
        const spanMs = parseDuration(text);
        if (spanMs !== null) expect(Number.isSafeInteger(spanMs) && spanMs > 0).toBe(true);
      }),
    );
  });
});

describe('a span as it is said', () => {
  test.each([
    [30 * dayMs, '30 days'],
    [dayMs, '1 day'],
    [12 * hourMs, '12 hours'],
    [dayMs + 12 * hourMs, '1 day 12 hours'],
    [hourMs + minuteMs, '1 hour 1 minute'],
    [59_999, 'less than a minute'],
    [0, 'less than a minute'],
  ])('%d ms is %j', (spanMs, said) => {
    expect(formatDuration(spanMs)).toBe(said);
  });

  test('means the span that was typed, to the minute', () => {
    fc.assert(
      fc.property(part, part, (one, other) => {
        const spanMs = parseDuration(one.text + other.text) ?? 0;
        const heard = [...formatDuration(spanMs).matchAll(/(\d+) (day|hour|minute)/g)].reduce(
          (sum, [, many, noun]) => sum + Number(many) * { day: dayMs, hour: hourMs, minute: minuteMs }[noun as 'day'],
          0,
        );
        expect(heard).toBe(spanMs);
      }),
    );
  });
});
