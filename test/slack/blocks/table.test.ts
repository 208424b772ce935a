import { expect, test } from 'vitest';
import { validateBlocks } from '#sandbox/slack/blocks/validate-blocks.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { fitsTable, type Rows, tableBlock, tableRows } from '#slack/blocks/table.ts';

const list = (columns: number, rows: number, cell = 'x'): Rows => ({
  part: 'rows',
  columns: Array.from({ length: columns }, (_, at) => `Column ${at}`),
  rows: Array.from({ length: rows }, () => ({ cells: Array.from({ length: columns }, () => cell), actions: [] })),
  empty: '',
});

test.each([
  [1, 1],
  [5, tableRows],
  [20, tableRows],
])('Slack takes a table of %i columns and %i rows, however long its cells are', (columns, rows) => {
  const part = list(columns, rows, 'w'.repeat(500));
  const blocks = [tableBlock(part.columns, part.rows)];
  expect(sendProblems('message', { text: 'A list.', blocks })).toEqual([]);
  expect(validateBlocks('message', blocks)).toEqual([]);
});

test('amounts and shares stand to the right', () => {
  const rows = [
    { cells: ['search-dev', '$1,200.00', '99.7%'], actions: [] },
    { cells: ['search-prod', '$3.50', '0.3%'], actions: [] },
  ];
  expect(tableBlock(['Project', 'Cost', 'Share'], rows).column_settings?.map((each) => each?.align)).toEqual([
    'left',
    'right',
    'right',
  ]);
});

test('a row with a cell too few or too many is as wide as the others', () => {
  const rows = [
    { cells: ['a'], actions: [] },
    { cells: ['a', 'b', 'c'], actions: [] },
  ];
  expect(tableBlock(['One', 'Two'], rows).rows.map((row) => row.length)).toEqual([2, 2, 2]);
});

test('more columns than Slack has, and nothing at all, are no table', () => {
  expect(fitsTable(list(20, 3))).toBe(true);
  expect(fitsTable(list(21, 3))).toBe(false);
  expect(fitsTable(list(3, 0))).toBe(false);
});
