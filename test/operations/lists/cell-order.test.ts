import { describe, expect, test } from 'vitest';
import { columnOrder } from '#operations/lists/cell-order.ts';

const sorted = (cells: readonly string[], direction: 1 | -1 = 1) => cells.toSorted(columnOrder(cells, direction));

describe('a column is ordered by what its cells say', () => {
  test.each([
    ['names as people sort them', ['key-10', 'Key-9', 'key-1'], ['key-1', 'Key-9', 'key-10']],
    ['amounts by size', ['$1,200.00', '$90.50', '-$3.00'], ['-$3.00', '$90.50', '$1,200.00']],
    ['counts by number', ['12 keys', '1 key', '3 keys'], ['1 key', '3 keys', '12 keys']],
    ['shares', ['3.4%', '12%', '0.5%'], ['0.5%', '3.4%', '12%']],
    [
      'moments, and no end last',
      ['2026-12-01 00:00 UTC', 'no end', '2026-11-23 14:05 UTC', '2026-11-23'],
      ['2026-11-23', '2026-11-23 14:05 UTC', '2026-12-01 00:00 UTC', 'no end'],
    ],
    [
      'distances from long ago to far ahead, and never first',
      ['in 2 days', 'less than a minute ago', 'never', '3 hours ago', '12 days ago'],
      ['never', '12 days ago', '3 hours ago', 'less than a minute ago', 'in 2 days'],
    ],
    ['anything mixed as text', ['12 keys', 'many'], ['12 keys', 'many']],
  ])('%s', (_, cells, order) => {
    expect(sorted(cells)).toEqual(order);
    expect(sorted(cells, -1)).toEqual(order.toReversed());
  });

  test('an empty cell is last in both directions', () => {
    expect(sorted(['', 'b', '–', 'a'])).toEqual(['a', 'b', '', '–']);
    expect(sorted(['', 'b', '–', 'a'], -1)).toEqual(['b', 'a', '', '–']);
  });
});
