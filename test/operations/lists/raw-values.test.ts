import { expect, test } from 'vitest';
import { flat, rawCell, rawRecord } from '#operations/lists/raw-values.ts';

test.each([
  ['2026-11-23 14:05 UTC', '2026-11-23T14:05:00Z'],
  ['1,234,567', '1234567'],
  ['$1,200.50', '1200.50'],
  ['–', ''],
  ['search-dev', 'search-dev'],
  ['1,2 and 3', '1,2 and 3'],
])('the cell %j is %j for a machine', (cell, raw) => {
  expect(rawCell(cell)).toBe(raw);
});

test('numbers named as moments are written as ISO 8601, at any depth, and other numbers are left', () => {
  const record = { id: 'key_1', createdAt: 0, cents: 1200, endsAt: null, projects: [{ joinedAt: 86_400_000 }] };
  expect(rawRecord(record)).toEqual({
    id: 'key_1',
    createdAt: '1970-01-01T00:00:00.000Z',
    cents: 1200,
    endsAt: null,
    projects: [{ joinedAt: '1970-01-02T00:00:00.000Z' }],
  });
});

test('a record becomes one line of cells', () => {
  const cells = flat({ id: 'a', project: { id: 'p', name: 'x' }, scopes: ['r', 'w'], end: null, roles: [{ id: 'r' }] });
  expect([...cells]).toEqual([
    ['id', 'a'],
    ['project.id', 'p'],
    ['project.name', 'x'],
    ['scopes', 'r; w'],
    ['end', ''],
    ['roles', '{"id":"r"}'],
  ]);
});
