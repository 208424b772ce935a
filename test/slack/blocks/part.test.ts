import { expect, test } from 'vitest';
import { sendProblems } from '#slack/blocks/limits.ts';
import { part } from '#slack/blocks/part.ts';
import { readable } from '../hostile.ts';

const lines = (count: number) => Array.from({ length: count }, (_, place) => [`line ${place + 1}`]);

test('a heading and its list are one block, and there is none without a list', () => {
  expect(readable(part({ id: 'steps', title: 'Steps', lines: lines(2) }))).toBe('Steps\nline 1\nline 2\n');
  expect(part({ id: 'steps', title: 'Steps', lines: [] })).toEqual([]);
});

test('steps are numbered where their order matters', () => {
  const style = (isOrdered: boolean) =>
    JSON.stringify(part({ id: 'steps', title: 'Steps', lines: lines(2), isOrdered }));
  expect(style(true)).toContain('"style":"ordered"');
  expect(style(false)).toContain('"style":"bullet"');
});

test('what does not fit is counted, never dropped in silence', () => {
  const drawn = part({ id: 'changes', title: 'Changes', lines: lines(75) });
  expect(readable(drawn)).toContain('line 60\nand 15 more\n');
  expect(sendProblems('modal', { type: 'modal', blocks: drawn })).toEqual([]);
});
