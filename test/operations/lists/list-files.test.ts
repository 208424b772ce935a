import { expect, test } from 'vitest';
import { listFiles } from '#operations/lists/list-files.ts';
import type { View, ViewPart } from '#operations/view.ts';

const at = Date.UTC(2026, 10, 23, 14, 5);
const rows = (cells: readonly (readonly string[])[]): ViewPart => ({
  part: 'rows',
  columns: ['Name', 'Since'],
  rows: cells.map((each) => ({ cells: each, actions: [] })),
  empty: 'Nobody.',
});
const view = (...parts: readonly ViewPart[]): View => ({ title: 'Members of “search-dev”/../x', parts });

test('a list is one CSV file with its columns, named after its title and day', () => {
  const { files, sentence } = listFiles(view(rows([['Bea', '2026-11-23 14:05 UTC']])), { at, format: 'csv' });
  expect(files).toEqual([
    { name: 'members-of-search-dev-x-2026-11-23.csv', text: 'Name,Since\r\nBea,2026-11-23T14:05:00Z\r\n' },
  ]);
  expect(sentence).toBe('1 row');
});

test('an empty list still has its head', () => {
  expect(listFiles(view(rows([])), { at, format: 'csv' }).files[0]?.text).toBe('Name,Since\r\n');
});

test('where rows have records, these are the columns, the first to know one first', () => {
  const list: ViewPart = {
    part: 'rows',
    columns: ['Name'],
    rows: [
      { cells: ['a'], actions: [], record: { id: 'k1', usedAt: 0 } },
      { cells: ['b'], actions: [], record: { id: 'k2', usedAt: null, owner: 'bea' } },
    ],
    empty: '',
  };
  expect(listFiles(view(list), { at, format: 'csv' }).files[0]?.text).toBe(
    'id,usedAt,owner\r\nk1,1970-01-01T00:00:00.000Z,\r\nk2,,bea\r\n',
  );
});

test('several lists are a CSV file each, and one JSON file with facts, notes and when', () => {
  const whole = view(
    { part: 'facts', facts: [{ label: 'Total', value: '$1,200.00' }] },
    rows([['Bea', '–']]),
    rows([]),
    { part: 'note', text: 'There are more.' },
  );
  expect(listFiles(whole, { at, format: 'csv' }).files.map(({ name }) => name)).toEqual([
    'members-of-search-dev-x-2026-11-23-1.csv',
    'members-of-search-dev-x-2026-11-23-2.csv',
  ]);
  const [json] = listFiles(whole, { at, format: 'json' }).files;
  expect(JSON.parse(json?.text ?? '')).toEqual({
    title: 'Members of “search-dev”/../x',
    writtenAt: '2026-11-23T14:05:00.000Z',
    facts: { Total: '1200.00' },
    lists: [[{ Name: 'Bea', Since: '' }], []],
    notes: ['There are more.'],
  });
});

test('what has no list is written as its facts', () => {
  const facts: ViewPart = { part: 'facts', facts: [{ label: 'Role', value: 'owner' }] };
  expect(listFiles(view(facts), { at, format: 'csv' }).files[0]?.text).toBe('Name,Value\r\nRole,owner\r\n');
});

test('a list beyond every bound is cut, and says so', () => {
  const { files, sentence } = listFiles(view(rows(Array.from({ length: 20_001 }, () => ['a', 'b']))), {
    at,
    format: 'csv',
  });
  expect(sentence).toBe('20000 rows, the first of 20001; narrow it down for the rest');
  expect(files[0]?.text.split('\r\n')).toHaveLength(20_002);
});
