import { describe, expect, test } from 'vitest';
import { callsIn } from '../by-contract.ts';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { dayMs } from '../samples.ts';
import { bucketsOnWire } from '../usage/wire.ts';

const cost = (value: number, more: object = {}) => ({ amount: { value, currency: 'usd' }, ...more });

const show = (input: object, ...days: readonly (readonly object[])[]) => ({
  operation: 'costs.show',
  input: { project: searchDev, by: null, since: null, ...input },
  answers: { costs: bucketsOnWire(...days), projects: { asOf: null, items: [] } },
});

describe('what is asked', () => {
  test('is this month, if nobody says more', () => {
    expect(callsIn(show({}))[0]?.query).toEqual({
      start_time: Date.UTC(2026, 10, 1) / 1000,
      bucket_width: '1d',
      project_ids: ['proj_search_dev'],
      group_by: ['line_item'],
    });
  });

  test('is whole days of UTC, and all projects apart from each other', () => {
    expect(callsIn(show({ project: null, since: 30 * dayMs }))[0]?.query).toEqual({
      start_time: Date.UTC(2026, 9, 24) / 1000,
      bucket_width: '1d',
      group_by: ['project_id'],
    });
    expect(callsIn(show({ by: 'day' }))[0]?.query).not.toHaveProperty('group_by');
  });
});

describe('what is shown', () => {
  test('is in dollars, dearest first, with its share', () => {
    const cheap = { line_item: 'gpt-6-astra, output_tokens' };
    const dear = { line_item: 'gpt-6-astra, input_tokens' };
    const view = viewOf(show({}, [cost(1, cheap), cost(2.5, dear)], [cost(0.5, dear)]));
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['gpt-6-astra, input_tokens', '$3', '75%'],
      ['gpt-6-astra, output_tokens', '$1', '25%'],
    ]);
    expect(factOf(view, 'Total')).toBe('$4');
    expect(factOf(view, 'Since')).toBe('2026-11-01 00:00 UTC');
  });

  test('loses nothing in many small amounts', () => {
    const view = viewOf(
      show(
        {},
        Array.from({ length: 100 }, (_, n) => cost(0.004, { line_item: `item ${n}` })),
      ),
    );
    expect(factOf(view, 'Total')).toBe('$0.40');
  });

  test('is nothing where nothing was spent', () => {
    const view = viewOf(show({ by: 'day' }, [], []));
    expect(partOf(view, 'rows')).toMatchObject({ rows: [], empty: 'Nothing was spent in this time.' });
    expect(factOf(view, 'Total')).toBe('$0');
  });

  test('has days in their order', () => {
    const view = viewOf(show({ by: 'day' }, [cost(1)], [cost(9)]));
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells[0])).toEqual(['2026-11-16', '2026-11-17']);
  });
});
