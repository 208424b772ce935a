import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '#slack/commands/tokenizer.ts';
import { anyText } from '../hostile.ts';

const words = (text: string): readonly string[] => {
  const split = tokenize(text);
  return split.kind === 'tokens' ? split.tokens.map((token) => token.text) : [`unclosed ${split.column}`];
};

test.each([
  ['keys issue search-dev', ['keys', 'issue', 'search-dev']],
  ['  keys \t issue\n', ['keys', 'issue']],
  ['', []],
  ['--reason "nightly run"', ['--reason', 'nightly run']],
  ["--reason 'nightly run'", ['--reason', 'nightly run']],
  ['--reason=“nightly run”', ['--reason=nightly run']],
  ['“smart” ‘quotes’ „german“ «french»', ['smart', 'quotes', 'german', 'french']],
  ['”swedish” “polish„', ['swedish', 'unclosed 11']],
  ["Erin's key", ["Erin's", 'key']],
  ['it’s', ['it’s']],
  ['""', ['']],
  ['<@U0BEA00001|bea>', ['<@U0BEA00001>']],
  ['<#C0GENERAL1|general>', ['<#C0GENERAL1>']],
  ['<https://x.example|x.example>', ['x.example']],
  ['<https://x.example/a>', ['https://x.example/a']],
  ['<mailto:erin@acme.example|erin@acme.example>', ['erin@acme.example']],
  ['--project=<https://search.dev|search.dev>', ['--project=search.dev']],
  ['a &lt; b &amp; c', ['a', '<', 'b', '&', 'c']],
  ['&amp;lt;', ['&lt;']],
  ['a<b', ['a<b']],
])('%j is read as %j', (text, expected) => {
  if (expected.some((word) => word.startsWith('unclosed'))) expect(words(text)[0]).toMatch(/^unclosed/);
  else expect(words(text)).toEqual(expected);
});

describe('a quote that is never closed', () => {
  test.each([
    ['keys issue "search dev', 12],
    ['“never', 1],
    ['--reason="half', 10],
  ])('%j is told by its column %i', (text, column) => {
    expect(tokenize(text)).toEqual({ kind: 'unclosed', column });
  });
});

test('each word knows where it began', () => {
  const split = tokenize('keys  "a b" c');
  expect(split.kind === 'tokens' && split.tokens.map((token) => [token.column, token.quoted])).toEqual([
    [1, false],
    [7, true],
    [13, false],
  ]);
});

test('any text is split or has a column inside it, and no plain word holds white space', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const split = tokenize(text);
      if (split.kind === 'unclosed') {
        expect(split.column).toBeGreaterThanOrEqual(1);
        expect(split.column).toBeLessThanOrEqual(text.length);
      } else for (const token of split.tokens) expect(token.column).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test('plain words come back as they were', () => {
  const word = fc.stringMatching(/^[a-z0-9._/-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (list) => {
      expect(words(list.join('  '))).toEqual(list);
    }),
  );
});
