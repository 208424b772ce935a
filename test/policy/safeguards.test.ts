import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAtLeast, noSafeguards, type Safeguards, strictest, stepUps } from '#policy/safeguards.ts';

const safeguards: fc.Arbitrary<Safeguards> = fc.record({
  stepUp: fc.constantFrom(...stepUps),
  dwellMs: fc.nat(60_000),
  vetoMs: fc.nat(600_000),
  typed: fc.boolean(),
});

const atLeast = (one: Safeguards, other: Safeguards) =>
  isAtLeast(one.stepUp, other.stepUp) &&
  one.dwellMs >= other.dwellMs &&
  one.vetoMs >= other.vetoMs &&
  (one.typed || !other.typed);

test('the strictest of two protects at least as well as either, whichever comes first', () => {
  fc.assert(
    fc.property(safeguards, safeguards, (one, other) => {
      const both = strictest(one, other);
      expect(both).toEqual(strictest(other, one));
      expect(atLeast(both, one) && atLeast(both, other)).toBe(true);
      expect(strictest(one, noSafeguards)).toEqual(one);
    }),
  );
});

test('a passkey does where a code is asked for, and a code where nothing is', () => {
  expect(isAtLeast('passkey', 'code')).toBe(true);
  expect(isAtLeast('code', 'none')).toBe(true);
  expect(isAtLeast('code', 'passkey')).toBe(false);
  expect(isAtLeast('none', 'code')).toBe(false);
});
