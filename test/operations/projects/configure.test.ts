import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { configureProject } from '#operations/projects/configure.ts';
import { searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { projectOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';
import { noSettings } from './samples.ts';
import {
  costsOnWire,
  hardLimitOnWire,
  limitsOnWire,
  modelsOnWire,
  tiersOnWire,
  toolsOnWire,
  useOnWire,
} from './settings-on-wire.ts';

const answers = {
  project: projectOnWire(),
  models: null,
  limits: limitsOnWire(),
  hardLimit: hardLimitOnWire(25_000),
  tools: toolsOnWire('mcp'),
  tiers: tiersOnWire(),
  use: useOnWire(['gpt-image-2', 7]),
  spentCents: costsOnWire(12.5),
};
const ask = (wish: object, more: object = {}) => ({
  operation: 'projects.configure',
  input: { project: searchDev, ...noSettings, ...wish },
  answers: { ...answers, ...more },
});
const everything = ask({
  onlyModels: ['gpt-6-astra'],
  limits: ['gpt-6-astra:rpm=500', 'gpt-image-2:rpm=50'],
  toolsOn: ['mcp'],
  toolsOff: ['web_search'],
  tiers: ['all'],
  defaultTier: 'fast',
  hardLimit: 1000,
});

describe('several settings', () => {
  const plan = planOf(everything);

  test('are sent one by one, those that differ, the models before their limits', () => {
    expect(plan.steps.map(({ id }) => id)).toEqual(['models', 'limits-gpt-6-astra', 'tools', 'tiers', 'hard-limit']);
    expect(plan.steps[1]?.call.body).toEqual({ max_requests_per_1_minute: 500 });
  });

  test('are shown one by one', () => {
    expect(plan.changes.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Models', 'every model', 'only gpt-6-astra'],
      ['Limits of gpt-6-astra', '5,000 requests a minute', '500 requests a minute'],
      ['web_search', 'on', 'off'],
      ['mcp', 'off', 'on'],
      ['Tier of requests that name none', 'standard', 'fast'],
      ['Tiers allowed', 'standard, flex', 'all, also new ones'],
      ['Hard limit', '$250 a month', '$10 a month'],
    ]);
  });

  test('come back by the same operation, limits only as numbers', () => {
    const { inverse } = plan;
    expect(inverse).toMatchObject({ verdict: 'partial', operation: 'projects.configure' });
    const parsed = configureProject.parseInput(inverse.input ?? {});
    expect(parsed.success && parsed.data).toEqual({
      project: searchDev,
      ...noSettings,
      everyModel: true,
      limits: ['gpt-6-astra:rpm=5000'],
      toolsOn: ['web_search'],
      toolsOff: ['mcp'],
      tiers: ['standard', 'flex'],
      defaultTier: 'standard',
      hardLimit: 25_000,
    });
    expect(planOf(ask({ noHardLimit: true })).inverse.verdict).toBe('exact');
  });

  test('are warned of together', () => {
    expect(plan.warnings).toEqual([
      'search-dev used 1 model in the last 7 days that this blocks: gpt-image-2 (7 requests).',
      'Models released later stay blocked until somebody adds them.',
      'Requests of search-dev that use web_search fail at once.',
      'With mcp, requests can reach servers outside OpenAI.',
      'Requests of search-dev that name no tier are billed as fast then.',
      '$12.50 were spent this month, so every request of search-dev fails until the month turns.',
    ]);
    expect(planOf(ask({ noHardLimit: true })).warnings).toEqual(['Nothing stops the spending of search-dev then.']);
    expect(planOf(ask({ hardLimit: 1250 })).warnings).toHaveLength(1);
    expect(planOf(ask({ hardLimit: 1251 })).warnings).toEqual([]);
  });

  test('stand on the values that are replaced and no others', () => {
    const guards = (more: object) => canonicalJson(planOf(ask({ hardLimit: 1000 }, more)).guards);
    expect(guards({ models: modelsOnWire('allow_list', 'a'), tools: toolsOnWire(), use: useOnWire() })).toBe(
      guards({}),
    );
    expect(guards({ hardLimit: hardLimitOnWire(25_000, 'enforcing') })).toBe(guards({}));
    expect(guards({ hardLimit: hardLimitOnWire(20_000) })).not.toBe(guards({}));
  });

  test('of more models than a plan holds are done in parts', () => {
    const limits = Array.from({ length: 43 }, (_, i) => `m${i}:rpm=1`);
    const plan = planOf(ask({ limits }));
    expect(plan.steps).toHaveLength(40);
    expect(plan.warnings).toEqual(['The limits of 3 more models are left for another request like this.']);
  });
});

describe('a request is refused', () => {
  test.each([
    ['that says nothing', 'projects.configure.same', ask({})],
    [
      'that changes nothing',
      'projects.configure.same',
      ask({ everyModel: true, hardLimit: 25_000, toolsOff: ['mcp'] }),
    ],
    ['that contradicts itself', 'projects.configure.unclear', ask({ everyModel: true, noModel: true })],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('projects.configure', everything.input).code).toBe('projects.archived');
  });
});
