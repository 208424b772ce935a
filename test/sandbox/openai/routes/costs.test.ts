import { BadRequestError } from 'openai';
import type { UsageCostsParams, UsageCostsResponse } from 'openai/resources/admin/organization/usage';
import { describe, expect, it } from 'vitest';

import type { Behaviour } from '#sandbox/openai/behaviour.ts';
import { type Bench, openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

type Row = UsageCostsResponse.Data.OrganizationCostsResult;

async function ask(bench: Bench, query: Partial<UsageCostsParams> = {}): Promise<readonly Row[]> {
  const start = { start_time: Date.UTC(2026, 10, 21) / 1000, end_time: Date.UTC(2026, 10, 22) / 1000 };
  const { data } = await bench.organization.usage.costs({ ...start, ...query });
  return data.flatMap(({ results }) => results as Row[]);
}

const sum = (rows: readonly Row[]): number => rows.reduce((total, { amount }) => total + (amount?.value ?? 0), 0);

describe('costs', () => {
  it('are decimal dollars, one row a day, with nothing under the dimensions', async () => {
    const rows = await ask(await openEmulator());
    expect(rows).toEqual([
      {
        object: 'organization.costs.result',
        amount: { value: expect.any(Number), currency: 'usd' },
        project_id: null,
        line_item: null,
        api_key_id: null,
        user_id: null,
        api_source: null,
        quantity: null,
        quantity_unit: null,
      },
    ]);
    expect(sum(rows)).toBeGreaterThan(1);
    expect(Number.isInteger(sum(rows))).toBe(false);
  });

  it('are the same money however they are grouped', async () => {
    const bench = await openEmulator();
    const whole = sum(await ask(bench));
    for (const group_by of [['project_id'], ['api_key_id', 'line_item'], ['user_id'], ['api_source']] as const) {
      expect(sum(await ask(bench, { group_by: [...group_by] }))).toBeCloseTo(whole, 4);
    }
    expect(await ask(bench, { group_by: ['user_id', 'api_key_id'] })).toMatchObject([
      { user_id: ids.lin, api_key_id: ids.linKey },
      { user_id: ids.worker, api_key_id: ids.workerKey },
    ]);
  });

  it('have a quantity when rows are lines, and are filtered by the full text of a line', async () => {
    const bench = await openEmulator();
    const lines = await ask(bench, { group_by: ['line_item'] });
    expect(lines.map(({ line_item, quantity_unit }) => [line_item, quantity_unit])).toEqual([
      ['gpt-6-astra, input_tokens', '1000_tokens'],
      ['gpt-6-astra, cached_input_tokens', '1000_tokens'],
      ['gpt-6-astra, output_tokens', '1000_tokens'],
      ['text-embedding-3-large, input_tokens', '1000_tokens'],
    ]);
    expect(lines[0]?.amount?.value).toBeCloseTo((lines[0]?.quantity ?? 0) * 0.0025, 4);
    const filtered = await ask(bench, { line_items: ['gpt-6-astra, output_tokens'] });
    expect(sum(filtered)).toBeCloseTo(lines[2]?.amount?.value ?? 0, 4);
    expect(await ask(bench, { line_items: ['gpt-6-astra'] })).toEqual([]);
    expect(await ask(bench, { project_ids: [ids.defaultProject] })).toEqual([]);
    expect(sum(await ask(bench, { api_key_ids: [ids.linKey] }))).toBeLessThan(sum(lines));
  });

  it('of every kind of use have a line', async () => {
    const bench = await openEmulator({ costDelayMs: 0 });
    const kinds = ['images', 'audio_speeches', 'audio_transcriptions', 'code_interpreter_sessions'] as const;
    const tools = ['file_search_calls', 'web_search_calls', 'vector_stores', 'moderations'] as const;
    for (const kind of [...kinds, ...tools]) {
      const model = kind === 'moderations' ? 'omni-moderation-latest' : 'm';
      const fromMs = bench.clock.nowMs() - 3_600_000;
      bench.emulator.addTraffic({ keyId: ids.goneKey, kind, model, requestsPerHour: 2 ** 30, fromMs });
    }
    const today = { start_time: bench.sec(0), end_time: bench.sec(1) };
    const rows = await ask(bench, { ...today, api_key_ids: [ids.goneKey], group_by: ['line_item'] });
    expect(rows.map(({ line_item, quantity_unit }) => [line_item, quantity_unit])).toEqual([
      ['m, images', 'images'],
      ['m, characters', 'characters'],
      ['m, duration', 'duration_minutes'],
      ['code_interpreter, sessions', 'sessions'],
      ['file_search, calls', 'calls'],
      ['web_search, calls', 'calls'],
      ['file_search, storage', 'gibibyte_hours'],
    ]);
    expect(rows.at(-1)?.quantity).toBe(1);
  });

  it('come in pages of seven days, 180 at most', async () => {
    const bench = await openEmulator();
    const start = { start_time: bench.sec(-200) };
    const first = await bench.organization.usage.costs(start);
    expect([first.data.length, first.has_more]).toEqual([7, true]);
    const next = await bench.organization.usage.costs({ ...start, page: first.next_page! });
    expect(next.data[0]?.start_time).toBe(first.data[6]?.end_time);
    expect((await bench.organization.usage.costs({ ...start, limit: 180 })).data).toHaveLength(180);
    await expect(bench.organization.usage.costs({ ...start, limit: 366 })).rejects.toThrow(
      'Invalid limit provided: 366. Limit must be less than or equal to 180.',
    );
    const { status } = await bench.call('GET', '/organization/costs?start_time=0&bucket_width=1h');
    expect(status).toBe(400);
  });

  it('are known late', async () => {
    const bench = await openEmulator({ costDelayMs: 12 * 3_600_000 });
    const today = { start_time: bench.sec(0), end_time: bench.sec(1) };
    expect(await ask(bench, today)).toEqual([]);
    bench.emulator.behaviour.costDelayMs = 0;
    expect(sum(await ask(bench, today))).toBeGreaterThan(0);
  });

  it.each<[Partial<Behaviour>, Partial<UsageCostsParams>, RegExp]>([
    [{ costsByKey: 'refused' }, { group_by: ['api_key_id'] }, /not supported/],
    [{ costsByKey: 1_795_300_000 }, { group_by: ['api_key_id'] }, /at least 1795300000/],
    [{ costsByUserInProject: 'refused' }, { group_by: ['user_id', 'project_id'] }, /cannot be combined/],
    [{ costsByUserInProject: 'refused' }, { group_by: ['user_id'], project_ids: [ids.web] }, /cannot be combined/],
  ])('can be refused as on the live API: %j for %j', async (behaviour, query, message) => {
    const bench = await openEmulator(behaviour);
    const refused = ask(bench, query);
    await expect(refused).rejects.toBeInstanceOf(BadRequestError);
    await expect(refused).rejects.toThrow(message);
    expect(await ask(bench)).toHaveLength(1);
  });

  it('are refused for no more than that', async () => {
    const bench = await openEmulator({ costsByKey: 1_795_219_200, costsByUserInProject: 'refused' });
    expect(await ask(bench, { group_by: ['api_key_id'] })).toHaveLength(2);
    expect(await ask(bench, { group_by: ['user_id'] })).toHaveLength(2);
    expect(await ask(bench, { group_by: ['project_id'], project_ids: [ids.web] })).toHaveLength(1);
  });
});
