import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { keepProject } from '#operations/objects/project.ts';
import { copySettings } from '#operations/projects/copy-settings.ts';
import { configureProject } from '#operations/projects/configure.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { other } from './samples.ts';
import {
  astraLimit,
  costsOnWire,
  hardLimitOnWire,
  imageLimit,
  limitsOnWire,
  modelsOnWire,
  tiersOnWire,
  toolsOnWire,
  useOnWire,
} from './settings-on-wire.ts';

const answers = {
  project: projectOnWire(),
  from: projectOnWire(other),
  models: null,
  limits: limitsOnWire(),
  hardLimit: hardLimitOnWire(25_000),
  tools: toolsOnWire('mcp'),
  tiers: tiersOnWire(),
  'from.models': modelsOnWire('allow_list', 'gpt-6-astra'),
  'from.limits': limitsOnWire({ ...astraLimit, max_requests_per_1_minute: 700 }),
  'from.tools': toolsOnWire(),
  'from.tiers': tiersOnWire({ default: 'fast' }),
  'from.hardLimit': null,
  use: useOnWire(),
  spentCents: costsOnWire(12.5),
};
const ask = (what: readonly string[] | null, more: object = {}) => ({
  operation: 'projects.copy-settings',
  input: { project: searchDev, from: other, what },
  answers: { ...answers, ...more },
});
const stepsOf = (what: readonly string[] | null, more: object = {}) =>
  planOf(ask(what, more)).steps.map(({ id, call }) => [id, call.body]);

describe('the settings of another project', () => {
  test('are set as they are there', () => {
    expect(stepsOf(null)).toEqual([
      ['models', { mode: 'allow_list', model_ids: ['gpt-6-astra'] }],
      ['limits-gpt-6-astra', { max_requests_per_1_minute: 700 }],
      ['tools', { mcp: { enabled: true } }],
      ['tiers', { default: 'fast', enabled_tiers: ['flex'] }],
      ['hard-limit', null],
    ]);
  });

  test('are taken over as far as that was asked for', () => {
    expect(stepsOf(['tools', 'hard-limit']).map(([id]) => id)).toEqual(['tools', 'hard-limit']);
  });

  test('are copied only for models that the project may use by then', () => {
    const source = {
      'from.limits': limitsOnWire(
        { ...astraLimit, max_requests_per_1_minute: 1 },
        { ...imageLimit, max_images_per_1_minute: 1 },
      ),
    };
    const narrow = { ...source, models: modelsOnWire('allow_list', 'gpt-image-2'), limits: limitsOnWire(imageLimit) };
    expect(stepsOf(['limits'], narrow).map(([id]) => id)).toEqual(['limits-gpt-image-2']);
    const wide = { ...narrow, 'from.models': null };
    expect(stepsOf(['models', 'limits'], wide).map(([id]) => id)).toEqual([
      'models',
      'limits-gpt-6-astra',
      'limits-gpt-image-2',
    ]);
  });

  test('are named as a change of the one and not of the other project', () => {
    const plan = planOf(ask(null));
    expect(plan.title).toBe('Copy settings of search-prod to search-dev');
    expect(plan.project).toEqual(searchDev);
    const params = plan.steps.map(({ call }) => call.params['project_id']);
    expect(new Set(params)).toEqual(new Set(['proj_search_dev']));
  });

  test('can be put back as they were', () => {
    const { inverse } = planOf(ask(null));
    expect(inverse).toMatchObject({ verdict: 'partial', operation: 'projects.configure' });
    expect(configureProject.parseInput(inverse.input ?? {}).success).toBe(true);
    expect(inverse.input).toMatchObject({ everyModel: true, limits: ['gpt-6-astra:rpm=5000'], hardLimit: 25_000 });
  });

  test('are read after it is known that both projects are in use', () => {
    const { calls, rounds } = gatherByHand(copySettings, erinAsks(ask(null).input), answers);
    expect([calls.length, rounds]).toEqual([14, 2]);
  });
});

describe('a copy is refused', () => {
  const itself = {
    ...ask(null, { from: projectOnWire() }),
    input: { project: searchDev, from: searchDev, what: null },
  };
  const equal = {
    'from.models': null,
    'from.limits': limitsOnWire(),
    'from.tools': toolsOnWire('mcp'),
    'from.tiers': tiersOnWire(),
    'from.hardLimit': hardLimitOnWire(25_000),
  };

  test.each([
    ['onto the project itself', 'projects.copy-settings.self', itself],
    ['that changes nothing', 'projects.copy-settings.same', ask(null, equal)],
    ['of no limits', 'projects.copy-settings.same', ask(['limits'], { 'from.limits': listOnWire() })],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test.each([
    ['to', { project: 'archived', from: 'active' }],
    ['from', { project: 'active', from: 'archived' }],
  ])('%s an archived project', (_, status) => {
    const known = {
      project: keepProject(projectOnWire({ status: status.project })),
      from: keepProject(projectOnWire({ ...other, status: status.from })),
    };
    const needs = copySettings.need(erinAsks(ask(null).input), known);
    expect(isRefusal(needs) && needs.code).toBe('projects.archived');
  });
});
