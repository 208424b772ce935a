import { describe, expect, test } from 'vitest';
import { keepHostedTools } from '#operations/objects/hosted-tools.ts';
import { allowsModel, keepModelList, modelListOnWire, sayModelList } from '#operations/objects/model-list.ts';
import { isUseOf, keepModelUse } from '#operations/objects/model-use.ts';
import { keepRateLimits, rateLimitId, sayLimits } from '#operations/objects/rate-limit.ts';
import { keepServiceTiers, sayAllowedTiers } from '#operations/objects/service-tiers.ts';
import {
  astraLimit,
  imageLimit,
  limitsOnWire,
  modelsOnWire,
  tiersOnWire,
  toolsOnWire,
  useOnWire,
} from '../projects/settings-on-wire.ts';

describe('rate limits', () => {
  test('are kept model by model in an order of their own, with the measures that each has', () => {
    const kept = keepRateLimits(limitsOnWire(imageLimit, astraLimit));
    expect(kept).toEqual([
      {
        id: 'rl-gpt-6-astra',
        model: 'gpt-6-astra',
        limits: { requestsPerMinute: 5000, tokensPerMinute: 2_000_000, batchTokensPerDay: 20_000_000 },
      },
      {
        id: 'rl-gpt-image-2',
        model: 'gpt-image-2',
        limits: { requestsPerMinute: 50, tokensPerMinute: 150_000, imagesPerMinute: 10 },
      },
    ]);
    expect(kept.map(({ model }) => rateLimitId(model))).toEqual(kept.map(({ id }) => id));
  });

  test('are said with their measure', () => {
    expect(sayLimits({ tokensPerMinute: 2_000_000, requestsPerMinute: 5000 })).toBe(
      '5,000 requests a minute, 2,000,000 tokens a minute',
    );
    expect(sayLimits({})).toBe('');
  });

  test('of another shape are a fault', () => {
    expect(() => keepRateLimits({ data: [{ model: 'gpt-6-astra' }] })).toThrow();
  });
});

describe('a model list', () => {
  test.each([
    [
      'allows only what it names',
      modelsOnWire('allow_list', 'b', 'a'),
      { kind: 'only', models: ['a', 'b'] },
      'only a, b',
    ],
    ['may allow nothing', modelsOnWire('allow_list'), { kind: 'only', models: [] }, 'no model'],
    ['blocks what it names', modelsOnWire('deny_list', 'a'), { kind: 'except', models: ['a'] }, 'every model except a'],
    ['that blocks nothing is none', modelsOnWire('deny_list'), null, 'every model'],
    ['of an empty answer is none', {}, null, 'every model'],
  ])('%s', (...[, answer, list, said]) => {
    expect(keepModelList(answer)).toEqual(list);
    expect(sayModelList(keepModelList(answer))).toBe(said);
  });

  test('goes back to the wire as it came', () => {
    const list = keepModelList(modelsOnWire('deny_list', 'a', 'b'));
    expect(list === null ? null : modelListOnWire(list)).toEqual({ mode: 'deny_list', model_ids: ['a', 'b'] });
  });

  test.each([
    [null, true],
    [{ kind: 'only' as const, models: ['a'] }, true],
    [{ kind: 'only' as const, models: [] }, false],
    [{ kind: 'except' as const, models: ['a'] }, false],
    [{ kind: 'except' as const, models: ['b'] }, true],
  ])('%j allows the model a: %s', (list, allows) => {
    expect(allowsModel(list, 'a')).toBe(allows);
  });
});

describe('the use of models', () => {
  test('is added up over the buckets, the most used first, with the busiest bucket of each', () => {
    const [one, two] = [useOnWire(['a', 30], ['b', 200], [null, 5]), useOnWire(['a', 10], ['c', 0])];
    expect(keepModelUse({ data: [...one.data, ...two.data] })).toEqual([
      { model: 'b', requests: 200, busiest: 200 },
      { model: 'a', requests: 40, busiest: 30 },
    ]);
  });

  test.each([
    ['gpt-6-astra', 'gpt-6-astra', true],
    ['gpt-6-astra', 'gpt-6-astra-2026-08-01', true],
    ['gpt-4', 'gpt-4-0613', true],
    ['gpt-6-astra', 'gpt-6-astra-mini', false],
    ['gpt-6-astra-mini', 'gpt-6-astra', false],
  ])('of %s is told under its dated snapshots, too: %s is %s', (model, used, isOne) => {
    expect(isUseOf(model, used)).toBe(isOne);
  });
});

test('hosted tools are on or off', () => {
  expect(keepHostedTools(toolsOnWire('mcp'))).toEqual({
    file_search: true,
    web_search: true,
    image_generation: true,
    mcp: false,
    code_interpreter: true,
  });
});

test('service tiers are a list in an order of their own, or all, and none that nobody knows', () => {
  expect(keepServiceTiers(tiersOnWire({ enabled_tiers: ['flex', 'fast'] }))).toEqual({
    default: 'standard',
    allowed: ['fast', 'flex'],
  });
  expect(sayAllowedTiers(keepServiceTiers(tiersOnWire({ enabled_tiers: 'all' })).allowed)).toBe('all, also new ones');
  expect(sayAllowedTiers([])).toBe('standard');
  expect(() => keepServiceTiers(tiersOnWire({ default: 'warp' }))).toThrow();
});
