import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { usageWords } from '#operations/usage/kinds.ts';
import { callsIn } from '../by-contract.ts';
import { contract } from '../../contract/contract.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { dayMs } from '../samples.ts';
import { samples } from './samples.ts';
import { bucketsOnWire } from './wire.ts';

const aged = (...items: readonly object[]) => ({ asOf: NOON - 30_000, items });

interface Given {
  readonly kind?: string;
  readonly by?: string;
  readonly project?: typeof searchDev | null;
  readonly since?: number;
  readonly days: readonly (readonly object[])[];
  readonly names?: Readonly<Record<string, unknown>>;
}

const show = ({ kind = 'completions', by, project = null, since, days, names = {} }: Given) => ({
  operation: 'usage.show',
  input: { kind, project, by: by ?? null, since: since ?? null },
  answers: { rows: bucketsOnWire(...days), ...names },
});
const rowsOf = (given: Given) => partOf(viewOf(show(given)), 'rows').rows.map(({ cells }) => cells);

test('every usage endpoint of the contract is one of the kinds', () => {
  const inContract = contract.operations.filter(({ path }) => path.startsWith('/organization/usage/'));
  const asked = samples.flatMap((sample) => callsIn(sample).map(({ endpoint }) => endpoint));
  expect(asked.toSorted()).toEqual(inContract.map(({ path }) => `GET ${path}`).toSorted());
  expect(usageWords).toHaveLength(11);
});

describe('what is asked', () => {
  test('is whole days of UTC, no more a page than OpenAI allows', () => {
    const [call] = callsIn(show({ days: [], project: searchDev, by: 'model', since: 30 * dayMs }));
    expect(call?.query).toEqual({
      start_time: Date.UTC(2026, 9, 24) / 1000,
      bucket_width: '1d',
      limit: 31,
      project_ids: ['proj_search_dev'],
      group_by: ['model'],
    });
  });

  test('is a row a day where a project is chosen, and a row a project where none is', () => {
    expect(callsIn(show({ days: [], project: searchDev }))[0]?.query).not.toHaveProperty('group_by');
    expect(callsIn(show({ days: [], names: { projects: aged() } }))[0]?.query).toMatchObject({
      group_by: ['project_id'],
      start_time: Date.UTC(2026, 10, 16) / 1000,
    });
  });

  test('is refused before it is asked where OpenAI does not tell it apart so', () => {
    const input = { kind: 'vector-stores', project: null, by: 'model', since: null };
    const asked = { input, now: NOON } as never;
    expect(findOperation('usage.show')?.need(asked, {})).toMatchObject({ code: 'usage.grouping' });
  });
});

describe('what is shown', () => {
  const row = (model: string, tokens: number) => ({
    model,
    input_tokens: tokens,
    input_cached_tokens: tokens / 10,
    output_tokens: 7,
    num_model_requests: 2,
  });

  test('adds up days, most first, and totals everything once', () => {
    const days = [[row('small', 1000)], [row('large', 4000), row('small', 500)]];
    expect(rowsOf({ by: 'model', days })).toEqual([
      ['large', '4,000', '400', '7', '2'],
      ['small', '1,500', '150', '14', '4'],
    ]);
    const view = viewOf(show({ by: 'model', days }));
    expect(factOf(view, 'Tokens in')).toBe('5,500');
    expect(factOf(view, 'Requests')).toBe('6');
  });

  test('lists days in their order, by their dates', () => {
    const days = [[row('a', 10)], [], [row('a', 5000)]];
    expect(rowsOf({ by: 'day', days }).map(([day]) => day)).toEqual(['2026-11-16', '2026-11-18']);
  });

  test.each([
    { by: 'project', group: { project_id: searchDev.id }, name: 'search-dev' },
    { by: 'project', group: { project_id: 'proj_new' }, name: 'proj_new' },
    { by: 'person', group: { user_id: null }, name: 'none named by OpenAI' },
    { by: 'batch', group: { batch: true }, name: 'yes' },
    { by: 'tier', group: { service_tier: null }, name: 'other' },
  ])('names a row by $by that is $group: $name', ({ by, group, name }) => {
    const names = { projects: aged({ ...searchDev, status: 'active', createdAt: 0 }), users: aged() };
    expect(rowsOf({ by, days: [[{ ...group, input_tokens: 1 }]], names })[0]?.[0]).toBe(name);
  });

  test('takes what is stored as it was last counted, not as a sum of days', () => {
    const stored = (project: string, bytes: number) => ({ project_id: project, usage_bytes: bytes });
    const days = [[stored('a', 900), stored('b', 50)], [stored('a', 1000)]];
    const given = { kind: 'vector-stores', days, names: { projects: aged() } };
    expect(rowsOf(given)).toEqual([
      ['a', '1,000'],
      ['b', '50'],
    ]);
    expect(factOf(viewOf(show(given)), 'Bytes stored')).toBe('1,050');
    const byDay = viewOf(show({ ...given, by: 'day', names: {} }));
    expect(byDay.parts.map(({ part }) => part)).toEqual(['rows', 'note']);
    expect(partOf(byDay, 'rows').rows.map(({ cells }) => cells[1])).toEqual(['950', '1,000']);
  });
});
