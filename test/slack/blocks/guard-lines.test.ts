import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardLines } from '#slack/blocks/guard-lines.ts';
import { linesBlock } from '#slack/blocks/line.ts';
import { anyText, livingElements, readable } from '../hostile.ts';

const read = (guards: Parameters<typeof guardLines>[0]): readonly string[] =>
  readable(linesBlock('guards', guardLines(guards)))
    .trim()
    .split('\n');

test('a guard reads as a sentence does: the name first, the id last, the rest in words', () => {
  expect(read({ project: { id: 'proj_1', status: 'active', name: 'search-dev' } })).toEqual([
    'project: name search-dev · status active · id proj_1',
  ]);
  expect(read({ key: { ownerKind: 'account', id: 'key_1', isDefault: false, expiresAt: null } })).toEqual([
    'key: expires at none · is default false · owner kind account · id key_1',
  ]);
});

test('each thing of a list has its line, and an empty list says that there is none', () => {
  expect(read({ siblings: [{ name: 'a' }, { name: 'b' }] })).toEqual(['siblings: name a', 'siblings: name b']);
  expect(read({ siblings: [] })).toEqual(['siblings: none']);
});

test('the order is the same however the guards were put together', () => {
  const one = { project: { name: 'a', id: '1' }, key: { redacted: 'x', ownerId: 'y' } };
  const other = { key: { ownerId: 'y', redacted: 'x' }, project: { id: '1', name: 'a' } };
  expect(read(one)).toEqual(read(other));
});

test('whatever a vendor names its things stays text', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      expect(livingElements([linesBlock('guards', guardLines({ project: { name } }))])).toEqual([]);
    }),
  );
});
