import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { personId, type PersonId } from '#domain/ids.ts';
import { assignDistinct, type Seats } from '#policy/assign.ts';

const seats = fc.array(
  fc.record({
    count: fc.nat(3),
    candidates: fc.array(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map((id) => personId(id)),
      { maxLength: 6 },
    ),
    pool: fc.nat(6),
  }),
  { maxLength: 4 },
);

/** The most seats that can be taken, by trying every choice for every seat. */
function mostTaken(given: readonly Seats[], used: ReadonlySet<PersonId> = new Set()): number {
  const [first, ...rest] = given;
  if (first === undefined) return 0;
  if (first.count === 0) return mostTaken(rest, used);
  const fewer = [{ ...first, count: first.count - 1 }, ...rest];
  const free = [...new Set(first.candidates)].filter((person) => !used.has(person));
  return Math.max(mostTaken(fewer, used), ...free.map((person) => 1 + mostTaken(fewer, new Set([...used, person]))));
}

test('as many seats are taken as possible, by candidates only, each person once', () => {
  fc.assert(
    fc.property(seats, (given) => {
      const { taken, empty } = assignDistinct(given);
      const everybody = taken.flat();
      expect(new Set(everybody).size).toBe(everybody.length);
      expect(everybody.length).toBe(mostTaken(given));
      given.forEach(({ count, candidates }, i) => {
        expect(taken[i]?.every((person) => candidates.includes(person))).toBe(true);
        expect((taken[i]?.length ?? 0) + (empty[i] ?? 0)).toBe(count);
      });
    }),
  );
});

test('the order of candidates makes no difference', () => {
  fc.assert(
    fc.property(seats, (given) => {
      const turned = given.map((one) => ({ ...one, candidates: one.candidates.toReversed() }));
      expect(assignDistinct(turned)).toEqual(assignDistinct(given));
    }),
  );
});

test('somebody who fits two requirements fills the one that fewer people could ever fill', () => {
  const [sam, bea] = [personId('sam'), personId('bea')];
  expect(
    assignDistinct([
      { count: 1, candidates: [sam, bea], pool: 2 },
      { count: 1, candidates: [sam], pool: 1 },
    ]).taken,
  ).toEqual([[bea], [sam]]);
});

test('a number of seats beyond all reason costs nothing', () => {
  expect(assignDistinct([{ count: Number.MAX_SAFE_INTEGER, candidates: [personId('a')], pool: 1 }]).taken).toEqual([
    ['a'],
  ]);
});
