import { describe, expect, it } from 'vitest';

import { isRelativeTime, resolveRelativeTime } from '#sandbox/openai/relative-time.ts';

describe('a relative time', () => {
  it.each([
    ['-12d', -1_036_800],
    ['+60d', 5_184_000],
    ['-3h', -10_800],
    ['-20m', -1200],
  ])('%s lies at %d seconds from now', (text, distance) => {
    expect(resolveRelativeTime(text, 2_000_000_000)).toBe(2_000_000_000 + distance);
  });

  it.each(['12d', '-d', '-1w', 'now', '2026-11-23', '-123456d'])('%s is none', (text) => {
    expect(isRelativeTime(text)).toBe(false);
    expect(() => resolveRelativeTime(text, 0)).toThrow(text);
  });
});
