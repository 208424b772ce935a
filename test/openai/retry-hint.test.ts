import { describe, expect, it } from 'vitest';
import { hintOfHeaders, hintOfMessage } from '#openai/retry-hint.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

describe('the hint in the headers', () => {
  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
    [{ 'retry-after': 'Mon, 23 Nov 2026 12:00:20 GMT' }, 20_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': '86400' }, 60_000],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': 'NaN' }, null],
    [{ 'retry-after': ['1', '2'] }, null],
    [{}, null],
  ])('%j is %j ms', (headers, expected) => {
    expect(hintOfHeaders(headers, now)).toBe(expected);
  });
});

describe('the hint in the text', () => {
  it.each([
    ["You've exceeded the rate limit, please slow down and try again after 6.937 seconds.", 6937],
    ['Please try again in 150ms.', 150],
    ['Please try again in 20s.', 20_000],
    ['try again in 250 milliseconds', 250],
    ['try again after 1 minute', 60_000],
    ['try again after 3 minutes', 60_000],
    ["You're making too many requests, please slow down.", null],
    ['after 5 tries', null],
    ['', null],
  ])('"%s" is %j ms', (message, expected) => {
    expect(hintOfMessage(message)).toBe(expected);
  });
});
