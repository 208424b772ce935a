import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestOf, sha256, shortDigest } from '#domain/canonical.ts';
import { InvariantError } from '#domain/invariant.ts';

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reordered(item)]),
  );
}

// `__proto__` as a key of a literal is no key at all, so a generated one would not come back.
const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('__proto__'));

describe('canonical JSON', () => {
  test('is the same whatever the order in which keys were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reordered(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('reads back as the value it was made of', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('tells different values apart', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const areSame = canonicalJson(one) === canonicalJson(other);
        expect(areSame).toBe(
          JSON.stringify(JSON.parse(canonicalJson(one))) === JSON.stringify(JSON.parse(canonicalJson(other))),
        );
      }),
    );
  });

  test('sorts keys by their UTF-16 units and writes no space', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: 'ü', c: 1e21 }], '€': 0, '1': '' })).toBe(
      '{"1":"","a":[true,null,{"c":1e+21,"d":"ü"}],"b":1,"€":0}',
    );
  });

  test.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a lone surrogate', '\ud800'],
    ['a BigInt', 1n],
  ])('throws on %s, which JSON cannot hold', (_, value) => {
    expect(() => canonicalJson({ value })).toThrow();
  });

  test('has no form for nothing', () => {
    expect(() => canonicalJson(undefined)).toThrow(InvariantError);
  });
});

describe('a digest', () => {
  test('is 64 lower-case hex characters', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(digestOf('test/v1', value)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test('of the same value under another label is another digest', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(digestOf('plan/v1', value)).not.toBe(digestOf('request/v1', value));
      }),
    );
  });

  test('is taken over label, line break and canonical form', () => {
    expect(digestOf('label', { b: 1, a: 2 })).toBe(sha256('label\n{"a":2,"b":1}').toString('hex'));
  });

  test('does not depend on how its parts were cut', () => {
    expect(sha256('ab', Buffer.from('c'))).toEqual(sha256('a', 'bc'));
    expect(sha256('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the short form of a digest', () => {
  test('is four and two characters that cannot be misheard', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (digest) => {
        expect(shortDigest(digest)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
      }),
    );
  });

  test('says the first 30 bits and nothing else', () => {
    expect(shortDigest('0'.repeat(64))).toBe('0000-00');
    expect(shortDigest('f'.repeat(64))).toBe('ZZZZ-ZZ');
    expect(shortDigest(`00000004${'0'.repeat(56)}`)).toBe('0000-01');
    expect(shortDigest(`00000003${'f'.repeat(56)}`)).toBe('0000-00');
    expect(shortDigest(`08420000${'0'.repeat(56)}`)).toBe('1110-00');
  });
});
