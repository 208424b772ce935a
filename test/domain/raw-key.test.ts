import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsRawKey, scrub } from '#domain/raw-key.ts';
import { everyFakeSecret, fakeOpenAiKey, fakePrivateKey } from '../support/fake-secret.ts';

const named = everyFakeSecret.map((secret) => [secret.slice(0, 12).replaceAll('\n', ' '), secret] as const);

describe.each(named)('something like %j', (_, secret) => {
  test.each([
    ['alone', secret],
    ['in a sentence', `my key is ${secret}, please revoke it`],
    ['in an assignment', `OPENAI_API_KEY=${secret}`],
    ['in quotes', `"${secret}"`],
    ['in JSON', JSON.stringify({ key: secret.replaceAll('\n', ' ') })],
    ['behind an underscore', `key_${secret}`],
    ['behind a digit', `1${secret}`],
    ['on a line of its own', `first\n${secret}\nlast`],
  ])('is recognised %s, and cut out', (where, text) => {
    // An age identity begins with a letter of its own, so behind a word it is a longer word.
    if (secret.startsWith('AGE') && where.startsWith('behind')) return;
    expect(holdsRawKey(text)).toBe(true);
    expect(scrub(text)).not.toContain(secret);
    expect(scrub(text)).toContain('[secret]');
    expect(holdsRawKey(scrub(text))).toBe(false);
  });
});

describe('what only looks a little like a key', () => {
  test.each([
    '',
    'a key for the nightly evaluation',
    'sk-...abcd',
    'sk-proj-abc...wxyz',
    'key_abc123',
    'task-force-of-the-search-team',
    'risk-assessment-for-2026-quarter-1',
    'proj_AcmeSearchDev00000000000',
    '-----BEGIN CERTIFICATE-----',
  ])('%j is let be', (text) => {
    expect(holdsRawKey(text)).toBe(false);
    expect(scrub(text)).toBe(text);
  });
});

describe('cutting credentials out', () => {
  const piece = fc.oneof(
    fc.constantFrom(...everyFakeSecret, '-----BEGIN ', 'PRIVATE KEY-----', 'sk-', 'xapp-', '\n'),
    fc.string(),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  test('leaves nothing to find, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(holdsRawKey(scrub(given))).toBe(false);
        expect(scrub(scrub(given))).toBe(scrub(given));
      }),
      { numRuns: 500 },
    );
  });

  test('cuts every one of several', () => {
    const [one, other] = [fakeOpenAiKey('a'.repeat(20)), fakeOpenAiKey('b'.repeat(20))];
    expect(scrub(`${one} and ${other}`)).toBe('[secret] and [secret]');
  });

  test('cuts a private key that was not pasted to its end', () => {
    expect(scrub(`x ${fakePrivateKey().slice(0, 45)}`)).toBe('x [secret]');
  });

  test('answers the same each time it is asked', () => {
    const given = fakeOpenAiKey();
    expect([1, 2, 3].map(() => holdsRawKey(given))).toEqual([true, true, true]);
  });
});
