import { expect, test } from 'vitest';
import { limitsInWords, limitWords, wordsOfLimits } from '#operations/rate-limits/limit-word.ts';

test('limits in words are gathered model by model, and the last word about a measure counts', () => {
  expect(limitsInWords(['gpt-6-astra:rpm=500', 'gpt-image-2:ipm=5', 'gpt-6-astra:tpm=9', 'gpt-image-2:ipm=6'])).toEqual(
    [
      { model: 'gpt-6-astra', limits: { requestsPerMinute: 500, tokensPerMinute: 9 } },
      { model: 'gpt-image-2', limits: { imagesPerMinute: 6 } },
    ],
  );
});

test('every measure can be written and is written the same again', () => {
  const words = ['rpm', 'tpm', 'ipm', 'mbpm', 'rpd', 'tpd'].map((measure) => `ft:gpt-6-astra:acme::x1:${measure}=7`);
  expect(limitsInWords(words)).toHaveLength(1);
  expect(wordsOfLimits(limitsInWords(words))).toEqual(words);
});

test.each([
  'gpt-6-astra:rpm',
  'gpt-6-astra:rps=5',
  'gpt-6-astra:rpm=-1',
  'gpt-6-astra:rpm=1.5',
  ':rpm=5',
  'gpt 6:rpm=5',
])('“%s” is no limit', (word) => {
  expect(word).not.toMatch(limitWords.pattern);
  expect(limitsInWords([word])).toEqual([]);
});
