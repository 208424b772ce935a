import { expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { recorded } from '#operations/lists/row-records.ts';
import type { View, ViewRow } from '#operations/view.ts';

const about = (input: JsonObject): ViewRow => ({
  cells: ['somebody'],
  actions: [{ label: 'Show', operation: operationId('users.show'), input, style: 'plain' }],
});
const list = (...rows: readonly ViewRow[]): View => ({
  title: 'People',
  parts: [{ part: 'rows', columns: ['Name'], rows, empty: '' }],
});
const records = (view: View) =>
  view.parts.flatMap((part) => (part.part === 'rows' ? part.rows.map(({ record }) => record ?? null) : []));

const erin = { id: 'user_1', email: 'erin@acme.example', addedAt: 1 };
const bea = { id: 'user_2', email: 'bea@acme.example', addedAt: 2 };
const known = { users: { asOf: 3, items: [bea, erin] } };

test('a row has what was read about the thing its buttons name, in whatever order it stands', () => {
  const view = list(about({ user: { id: 'user_1' } }), about({ user: { id: 'user_2' } }));
  expect(records(recorded(view, { input: {}, known }))).toEqual([erin, bea]);
});

test('an id in a cell names it too', () => {
  const view = list({ cells: ['Bea', 'user_2'], actions: [] });
  expect(records(recorded(view, { input: {}, known }))).toEqual([bea]);
});

test('of two readings the fuller one is the record', () => {
  const view = list(about({ user: { id: 'user_1' } }));
  expect(records(recorded(view, { input: {}, known: { ...known, own: { id: 'user_1' } } }))).toEqual([erin]);
});

test('what was asked about is no row of the answer', () => {
  const view = list(about({ user: { id: 'user_1' } }));
  expect(records(recorded(view, { input: { user: { id: 'user_1' } }, known }))).toEqual([null]);
});

test('a list has a record for every row, one each, or none at all', () => {
  const unknown = list(about({ user: { id: 'user_1' } }), { cells: ['a guest'], actions: [] });
  const twice = list(about({ user: { id: 'user_1' } }), about({ user: { id: 'user_1' } }));
  for (const view of [unknown, twice]) expect(records(recorded(view, { input: {}, known }))).toEqual([null, null]);
});
