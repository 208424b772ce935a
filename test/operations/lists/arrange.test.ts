import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { arrange } from '#operations/lists/arrange.ts';
import { asItComes, type ListWish } from '#operations/lists/list-wish.ts';
import type { View } from '#operations/view.ts';

const people: View = {
  title: 'People',
  parts: [
    {
      part: 'rows',
      columns: ['Name', 'Last used'],
      rows: [
        { cells: ['Bea', '2 days ago'], actions: [] },
        { cells: ['Erin', '3 hours ago'], actions: [] },
        { cells: ['Omar', 'never'], actions: [] },
      ],
      empty: 'Nobody.',
    },
  ],
};

function arranged(wish: Partial<ListWish>, view = people): View {
  const answer = arrange(view, { ...asItComes, ...wish });
  if (isRefusal(answer)) throw new Error(answer.rule);
  return answer;
}
const names = (view: View) =>
  view.parts.flatMap((part) => (part.part === 'rows' ? part.rows.map(({ cells }) => cells[0]) : []));

describe('a list is sorted', () => {
  test.each(['last-used', 'Last used', 'LASTUSED'])('by the column %s, however it is spelled', (sort) => {
    expect(names(arranged({ sort }))).toEqual(['Omar', 'Bea', 'Erin']);
  });

  test('the other way round with a minus', () => {
    expect(names(arranged({ sort: '-last-used' }))).toEqual(['Erin', 'Bea', 'Omar']);
  });

  test('by no column that it has not, and the refusal names those it has', () => {
    const refusal = arrange(people, { ...asItComes, sort: '-size' });
    expect(refusal).toMatchObject({
      code: 'list.column',
      rule: 'There is no column “size”. There is: name, last-used.',
    });
  });
});

describe('a list is searched', () => {
  test('for a text in any cell, in any case, and says how many there were', () => {
    const view = arranged({ match: 'HOURS' });
    expect(names(view)).toEqual(['Erin']);
    expect(view.parts[0]).toEqual({ part: 'note', text: '1 of 3 hold “HOURS”.' });
  });

  test('and says that nothing was found', () => {
    expect(arranged({ match: 'zoe' }).parts).toEqual([
      expect.objectContaining({ rows: [], empty: 'None of 3 holds “zoe”.' }),
    ]);
  });
});

test('what is no list can be neither sorted nor searched', () => {
  const facts: View = { title: 'One', parts: [{ part: 'facts', facts: [] }] };
  for (const wish of [{ sort: 'name' }, { match: 'x' }])
    expect(arrange(facts, { ...asItComes, ...wish })).toMatchObject({ code: 'list.none' });
  expect(arrange(facts, asItComes)).toBe(facts);
});
