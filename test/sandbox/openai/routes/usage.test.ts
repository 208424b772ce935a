import { BadRequestError } from 'openai';
import type { UsageCompletionsParams, UsageCompletionsResponse } from 'openai/resources/admin/organization/usage';
import { describe, expect, it } from 'vitest';

import type { OrganizationSeed } from '#sandbox/openai/seed.ts';
import { type Bench, openEmulator } from '../open-emulator.ts';
import { ids, smallSeed } from '../small-seed.ts';

const path = '/organization/usage/completions';
const HOUR_MS = 3_600_000;

type Row = Readonly<Record<string, unknown>>;

const rowsOf = ({ data }: UsageCompletionsResponse): readonly Row[] =>
  data.flatMap(({ results }) => results as unknown as readonly Row[]);

const total = (response: UsageCompletionsResponse, metric: string): number =>
  rowsOf(response).reduce((sum, row) => sum + Number(row[metric]), 0);

async function ask(bench: Bench, query: Partial<UsageCompletionsParams>): Promise<UsageCompletionsResponse> {
  return bench.organization.usage.completions({ start_time: bench.sec(-1), ...query });
}

/** The small organization in which Lin's requests come and go with the hours. */
const lively: OrganizationSeed = {
  ...smallSeed,
  projects: smallSeed.projects.map((project) => ({
    ...project,
    traffic: (project.traffic ?? []).map((traffic) => ({ ...traffic, rhythm: 'office' as const })),
  })),
};

describe('usage', () => {
  it('is one row a bucket with nothing under the dimensions, in buckets on whole hours of UTC', async () => {
    const bench = await openEmulator({ usageDelayMs: 0 });
    const { data, has_more } = await ask(bench, { bucket_width: '1h', start_time: bench.sec(0) - 5400 });
    expect(data.map(({ start_time, end_time }) => [start_time, end_time])).toEqual([
      [bench.sec(0) - 7200, bench.sec(0) - 3600],
      [bench.sec(0) - 3600, bench.sec(0)],
    ]);
    expect(has_more).toBe(false);
    expect(data[1]?.results).toMatchObject([
      {
        object: 'organization.usage.completions.result',
        num_model_requests: 60,
        project_id: null,
        user_id: null,
        api_key_id: null,
        model: null,
        batch: null,
        service_tier: null,
        api_source: null,
      },
    ]);
  });

  it('adds up to the same in days, hours and minutes, and is the same after each start', async () => {
    const days = { start_time: Date.UTC(2026, 10, 20) / 1000, end_time: Date.UTC(2026, 10, 21) / 1000 };
    const totals: number[] = [];
    for (const [bucket_width, limit] of [
      ['1d', 1],
      ['1h', 24],
      ['1m', 1440],
      ['1d', 1],
    ] as const) {
      totals.push(total(await ask(await openEmulator({}, lively), { ...days, bucket_width, limit }), 'input_tokens'));
    }
    expect(totals[0]).toBeGreaterThan(100_000);
    expect(new Set(totals).size).toBe(1);
  });

  it('follows people through the day and the week', async () => {
    const bench = await openEmulator({}, lively);
    const ofHour = async (...at: readonly [year: number, month: number, day: number, hour: number]) => {
      const start = Date.UTC(...at) / 1000;
      return total(
        await ask(bench, { start_time: start, end_time: start + 3600, bucket_width: '1h' }),
        'num_model_requests',
      );
    };
    expect(await ofHour(2026, 10, 20, 10)).toBeGreaterThan(3 * (await ofHour(2026, 10, 20, 3)));
    expect(await ofHour(2026, 10, 20, 10)).toBeGreaterThan(2 * (await ofHour(2026, 10, 22, 10)));
  });

  it('splits its input and its output without adding the parts to the total', async () => {
    const bench = await openEmulator();
    const row = rowsOf(await ask(bench, {}))[0] as Record<string, number>;
    const [cached, written, uncached] = ['cached', 'cache_write', 'uncached'].map(
      (part) => row[`input_${part}_tokens`]!,
    );
    expect(cached! + written! + uncached!).toBe(row['input_tokens']);
    expect(row['input_cache_write_30m_tokens']! + row['input_cache_write_12h_tokens']!).toBe(written);
    expect(row['input_text_tokens']! + row['input_image_tokens']! + row['input_audio_tokens']!).toBe(uncached);
    expect(row['output_text_tokens']).toBe(row['output_tokens']);
  });

  it('is grouped by what is asked for, and filtered, with brackets and without', async () => {
    const bench = await openEmulator();
    bench.emulator.addTraffic({
      keyId: ids.workerKey,
      model: 'gpt-4.1-nano',
      requestsPerHour: 6,
      fromMs: bench.clock.nowMs() - HOUR_MS,
    });
    const grouped = rowsOf(await ask(bench, { start_time: bench.sec(0), group_by: ['api_key_id', 'model'] }));
    expect(grouped).toMatchObject([
      { api_key_id: ids.linKey, model: 'gpt-6-astra', project_id: null },
      { api_key_id: ids.workerKey, model: 'gpt-4.1-nano', user_id: null },
    ]);
    const { json } = await bench.call(
      'GET',
      `${path}?start_time=${bench.sec(0)}&group_by=user_id&group_by=batch&models=gpt-4.1-nano`,
    );
    expect(json).toMatchObject({ data: [{ results: [{ user_id: ids.worker, batch: false, model: null }] }] });
    for (const filter of [{ project_ids: ['proj_nope'] }, { user_ids: [ids.ada] }, { batch: true }]) {
      expect(rowsOf(await ask(bench, filter))).toEqual([]);
    }
  });

  it('is walked by pages that belong to one question', async () => {
    const bench = await openEmulator();
    const query = { start_time: bench.sec(-4), limit: 2 };
    const starts: number[] = [];
    let page = await ask(bench, query);
    starts.push(...page.data.map(({ start_time }) => start_time));
    while (page.next_page !== null) {
      page = await ask(bench, { ...query, page: page.next_page });
      starts.push(...page.data.map(({ start_time }) => start_time));
    }
    expect(starts).toEqual([19, 20, 21, 22, 23].map((day) => Date.UTC(2026, 10, day) / 1000));
    const first = await ask(bench, query);
    const other = ask(bench, { ...query, group_by: ['model'], page: first.next_page! });
    await expect(other).rejects.toBeInstanceOf(BadRequestError);
    await expect(ask(bench, { ...query, page: 'page_2' })).rejects.toMatchObject({ param: 'page' });
  });

  it.each([
    ['1d', 7, 31],
    ['1h', 24, 168],
    ['1m', 60, 1440],
  ] as const)('in buckets of %s comes in its own page sizes', async (bucket_width, usual, most) => {
    const bench = await openEmulator();
    const query = { bucket_width, start_time: bench.sec(-40) };
    expect((await ask(bench, query)).data).toHaveLength(usual);
    expect((await ask(bench, { ...query, limit: most })).data).toHaveLength(most);
    await expect(ask(bench, { ...query, limit: most + 1 })).rejects.toThrow(
      `Invalid limit provided: ${most + 1}. Limit must be less than or equal to ${most}.`,
    );
  });

  it('is known late, and never of hours to come', async () => {
    const bench = await openEmulator({ usageDelayMs: 30 * 60_000 });
    const hour = { start_time: bench.sec(0) - 3600, end_time: bench.sec(1), bucket_width: '1h' } as const;
    const { data } = await ask(bench, hour);
    expect(data).toHaveLength(1);
    expect(rowsOf({ data } as UsageCompletionsResponse)).toMatchObject([{ num_model_requests: 30 }]);
    bench.emulator.behaviour.usageDelayMs = 0;
    expect(total(await ask(bench, hour), 'num_model_requests')).toBe(60);
  });

  it('of a key stays when the key is deleted, and ends there', async () => {
    const bench = await openEmulator({ usageDelayMs: 0 });
    await bench.organization.projects.apiKeys.delete(ids.linKey, { project_id: ids.web });
    bench.clock.advance(2 * HOUR_MS);
    const { data } = await ask(bench, { start_time: bench.sec(0) - 3 * 3600, bucket_width: '1h' });
    expect(data.map(({ results }) => results.length)).toEqual([1, 0, 0]);
  });

  it('ends with the life of a key, a service account and a project', async () => {
    const bench = await openEmulator({ usageDelayMs: 0 });
    const embeddings = () =>
      bench.organization.usage.embeddings({ start_time: bench.sec(0) - 3600, bucket_width: '1h' });
    await bench.organization.projects.apiKeys.update(ids.linKey, { project_id: ids.web, expires_in_seconds: 1800 });
    bench.clock.advance(HOUR_MS);
    expect(total(await ask(bench, { start_time: bench.sec(0) - 3600 }), 'num_model_requests')).toBe(12 * 60 + 30);
    await bench.organization.projects.serviceAccounts.delete(ids.worker, { project_id: ids.web });
    expect((await embeddings()).data[0]?.results).toHaveLength(1);
    bench.clock.advance(HOUR_MS);
    expect((await embeddings()).data[0]?.results).toEqual([]);
  });

  it.each([
    [{}, "Missing required parameter: 'start_time'."],
    [{ start_time: 5, end_time: 5 }, /'end_time' must be after/],
    [{ start_time: 5, bucket_width: '5m' }, /^Invalid value: '5m'/],
    [{ start_time: 5, group_by: 'size' }, /^Invalid value: 'size'/],
    [{ start_time: 5, sizes: '256x256' }, /Unknown parameter: 'sizes'/],
  ])('is not asked for by %j', async (query, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call(
      'GET',
      `${path}?${new URLSearchParams(query as Record<string, string>).toString()}`,
    );
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});

describe('every kind of usage', () => {
  const kinds = {
    audioSpeeches: ['audio_speeches', 'audio_speeches', 'characters'],
    audioTranscriptions: ['audio_transcriptions', 'audio_transcriptions', 'seconds'],
    codeInterpreterSessions: ['code_interpreter_sessions', 'code_interpreter_sessions', 'num_sessions'],
    completions: ['completions', 'completions', 'output_tokens'],
    decisions: ['decisions', 'decisions', 'output_tokens'],
    embeddings: ['embeddings', 'embeddings', 'input_tokens'],
    fileSearchCalls: ['file_search_calls', 'file_searches', 'num_requests'],
    images: ['images', 'images', 'images'],
    moderations: ['moderations', 'moderations', 'input_tokens'],
    vectorStores: ['vector_stores', 'vector_stores', 'usage_bytes'],
    webSearchCalls: ['web_search_calls', 'web_searches', 'num_requests'],
  } as const;

  it.each(Object.entries(kinds))('is asked for by %s', async (method, [kind, object, metric]) => {
    const bench = await openEmulator();
    const fromMs = bench.clock.nowMs() - HOUR_MS;
    bench.emulator.addTraffic({ keyId: ids.linKey, kind, requestsPerHour: 10, fromMs });
    const ask = bench.organization.usage[method as keyof typeof kinds];
    const client = bench.organization.usage;
    const { data } = await Reflect.apply(ask, client, [{ start_time: bench.sec(0), group_by: ['project_id'] }]);
    expect(data[0]?.results).toMatchObject([
      { object: `organization.usage.${object}.result`, project_id: ids.web, [metric]: expect.any(Number) },
    ]);
  });

  it('that counts bytes grows with the days', async () => {
    const bench = await openEmulator();
    const fromMs = bench.clock.nowMs() - 20 * 24 * HOUR_MS;
    bench.emulator.addTraffic({ keyId: ids.linKey, kind: 'vector_stores', requestsPerHour: 1_000_000, fromMs });
    const { data } = await bench.organization.usage.vectorStores({ start_time: bench.sec(-30), limit: 31 });
    const bytes = data.flatMap(({ results }) => results.map((row) => Number(Reflect.get(row, 'usage_bytes'))));
    expect(bytes).toHaveLength(21);
    expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
    expect(bytes.at(-1)).toBeGreaterThan(bytes[0]!);
  });
});
