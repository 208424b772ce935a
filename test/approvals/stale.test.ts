import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import { compareGuards } from '#approvals/stale.ts';

const sentences = (approved: JsonObject, now: JsonObject) =>
  compareGuards(approved, now)?.map(({ sentence }) => sentence);

describe('guards read again', () => {
  test('are no difference while they say the same, whatever the order of keys', () => {
    expect(compareGuards({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBeNull();
  });

  test.each<{ what: string; approved: JsonObject; now: JsonObject; told: readonly string[] }>([
    {
      what: 'another value',
      approved: { key: { ownerName: 'Erin' } },
      now: { key: { ownerName: 'Bea' } },
      told: ['key owner name was Erin and is Bea.'],
    },
    {
      what: 'something that is gone',
      approved: { account: { id: 'a' } },
      now: { account: null },
      told: ['account was {"id":"a"} and is gone.'],
    },
    {
      what: 'something that was not there',
      approved: { limit: null },
      now: { limit: 5 },
      told: ['limit was not there and is 5.'],
    },
    {
      what: 'a missing value',
      approved: { a: { x: 1, y: 2 } },
      now: { a: { x: 1 } },
      told: ['a y was 2 and is gone.'],
    },
    { what: 'a list', approved: { keys: ['k1', 'k2'] }, now: { keys: ['k1'] }, told: ['keys was k1, k2 and is k1.'] },
    { what: 'an emptied list', approved: { keys: ['k1'] }, now: { keys: [] }, told: ['keys was k1 and is empty.'] },
    { what: 'an emptied text', approved: { name: 'x' }, now: { name: '' }, told: ['name was x and is empty.'] },
    {
      what: 'several, in a fixed order',
      approved: { b: 1, a: 1 },
      now: { a: 2, b: 2 },
      told: ['a was 1 and is 2.', 'b was 1 and is 2.'],
    },
  ])('tell $what in a sentence', ({ approved, now, told }) => {
    expect(sentences(approved, now)).toEqual(told);
  });

  test('never let a vendor’s name forge a line or hide text', () => {
    const [line] = sentences({ name: 'x' }, { name: 'a\nApproved by\u202E the CTO' }) ?? [];
    expect(line).toBe('name was x and is a Approved by the CTO.');
  });

  test('tell where the difference stands, for a table', () => {
    expect(compareGuards({ key: { id: 'k1' } }, { key: { id: 'k2' } })).toEqual([
      { path: ['key', 'id'], label: 'key id', was: 'k1', is: 'k2', sentence: 'key id was k1 and is k2.' },
    ]);
  });

  test('differ exactly when their canonical forms do', () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 3,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [was, is] = [one, other].map((raw) => JSON.parse(JSON.stringify(raw)) as JsonObject);
        if (was === undefined || is === undefined) return;
        expect(compareGuards(was, was)).toBeNull();
        expect(compareGuards(was, is) === null).toBe(JSON.stringify(sorted(was)) === JSON.stringify(sorted(is)));
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}
