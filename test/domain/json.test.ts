import { describe, expect, test } from 'vitest';
import { isJsonObject, valueAt } from '#domain/json.ts';

describe('the value at a path', () => {
  const value = { data: [{ id: 'a' }, { id: 'b', owner: null }], 'a.b': 1 };

  test.each([
    [[], value],
    [['data', '1', 'id'], 'b'],
    [['data', '1', 'owner'], null],
    [['a.b'], 1],
  ])('%j is there', (path, found) => {
    expect(valueAt(value, path)).toEqual(found);
  });

  test.each([
    [['nothing']],
    [['data', '2']],
    [['data', '2', 'id']],
    [['data', 'length']],
    [['data', '-1']],
    [['data', '1', 'owner', 'id']],
    [['data', '0', 'id', '0']],
    [['__proto__']],
    [['constructor']],
    [['toString']],
  ])('%j leaves the value', (path) => {
    expect(valueAt(value, path)).toBeUndefined();
  });
});

test('an object is neither a list nor nothing', () => {
  expect([{}, { a: 1 }].map(isJsonObject)).toEqual([true, true]);
  expect([null, [], 'a', 1, undefined].map(isJsonObject)).toEqual(Array(5).fill(false));
});
