import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { Json } from '#domain/json.ts';
import { judge } from '#operations/judge.ts';
import { releaseProject } from '#operations/projects/release.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';
import { noStops } from './samples.ts';
import { astraLimit, costsOnWire, hardLimitOnWire, limitsOnWire, modelsOnWire } from './settings-on-wire.ts';

const answers = {
  project: projectOnWire(),
  models: modelsOnWire('deny_list', 'gpt-image-1'),
  limits: limitsOnWire(),
  hardLimit: hardLimitOnWire(25_000),
  keys: listOnWire(accountKeyOnWire(), userKeyOnWire({ last_used_at: NOON / 1000 - 240 })),
  spentCents: costsOnWire(12.5),
};
const ask = (more: object = {}) => ({
  operation: 'projects.contain',
  input: { project: searchDev },
  answers: { ...answers, ...more },
});

describe('a containment', () => {
  const plan = planOf(ask());

  test('says its whole reach', () => {
    expect(plan.warnings[0]).toBe(
      'Pauses ALL 2 keys of search-dev: erin laptop of Erin Vale (used 4 minutes ago), nightly-eval of evaluator (never used).',
    );
    expect(plan.gist).toBe('pauses all 2 keys of search-dev');
    expect(plan.facts).toHaveLength(2);
    expect(planOf(ask({ keys: listOnWire() })).warnings[0]).toContain('has no keys');
  });

  test('lowers the money first, then every limit, and takes the models away last', () => {
    expect(plan.steps.map(({ id, call }) => [id, call.body])).toEqual([
      ['hard-limit', { threshold_amount: 1, currency: 'USD', interval: 'month' }],
      [
        'limits-gpt-6-astra',
        { max_requests_per_1_minute: 1, max_tokens_per_1_minute: 1, batch_1_day_max_input_tokens: 1 },
      ],
      ['limits-gpt-image-2', { max_requests_per_1_minute: 1, max_tokens_per_1_minute: 1, max_images_per_1_minute: 1 }],
      ['models', { mode: 'allow_list', model_ids: [] }],
    ]);
    expect(plan.changes.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Models', 'every model except gpt-image-1', 'no model'],
      ['Hard limit', '$250 a month', '$0.01 a month'],
      ['Rate limits of 2 models', 'up to 5,000 requests a minute', 'one request and one token a minute'],
    ]);
  });

  test.each([
    ['as it was', limitsOnWire(), 'absent'],
    ['down', limitsOnWire({ ...astraLimit, max_requests_per_1_minute: 1 }), 'applied'],
    ['not listed any more, as no model is allowed', listOnWire(), 'applied'],
  ])('finds a limit that is %s', (_, list, kind) => {
    const proof = plan.steps.find(({ id }) => id === 'limits-gpt-6-astra')?.proof;
    if (proof === undefined || proof.by === 'gone') throw new Error('A proof by a list was expected');
    expect(judge(proof.by, proof.where, list as Json).kind).toBe(kind);
  });

  test('is undone by a release that carries everything it took away', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'projects.release' });
    const parsed = releaseProject.parseInput(plan.inverse.input ?? {});
    expect(parsed.success && parsed.data).toEqual({
      project: searchDev,
      request: null,
      ...noStops,
      exceptModels: ['gpt-image-1'],
      limits: [
        'gpt-6-astra:rpm=5000',
        'gpt-6-astra:tpm=2000000',
        'gpt-6-astra:tpd=20000000',
        'gpt-image-2:rpm=50',
        'gpt-image-2:tpm=150000',
        'gpt-image-2:ipm=10',
      ],
      hardLimit: 25_000,
    });
  });

  test('remembers also what was not there', () => {
    const { inverse } = planOf(ask({ models: null, hardLimit: null, limits: listOnWire() }));
    expect(inverse.verdict).toBe('exact');
    expect(inverse.input).toEqual({
      project: searchDev,
      request: null,
      ...noStops,
      everyModel: true,
      noHardLimit: true,
    });
  });

  test('leaves out what is down already, and does not bring that back', () => {
    const half = planOf(ask({ hardLimit: hardLimitOnWire(1), limits: listOnWire() }));
    expect(half.steps.map(({ id }) => id)).toEqual(['models']);
    expect(half.inverse.input).toMatchObject({ hardLimit: null, noHardLimit: null, limits: null });
  });

  test('lowers the fastest models where there are more than a plan holds', () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      ...astraLimit,
      id: `rl-m${i}`,
      model: `m${i}`,
      max_requests_per_1_minute: 100 + i,
    }));
    const { steps } = planOf(ask({ limits: limitsOnWire(...rows) }));
    expect(steps).toHaveLength(42);
    expect([steps[1]?.id, steps.at(-2)?.id, steps.at(-1)?.id]).toEqual(['limits-m59', 'limits-m20', 'models']);
  });

  test('stands on what it takes away, and on no key', () => {
    const guards = (more: object) => canonicalJson(planOf(ask(more)).guards);
    expect(guards({ keys: listOnWire(), spentCents: costsOnWire(99) })).toBe(guards({}));
    expect(guards({ hardLimit: null })).not.toBe(guards({}));
    expect(guards({ models: null })).not.toBe(guards({}));
    expect(guards({ limits: limitsOnWire({ ...astraLimit, max_tokens_per_1_minute: 5 }) })).not.toBe(guards({}));
  });
});

describe('a containment is refused', () => {
  test('where everything is down already, with a way to release it', () => {
    const refusal = refusalOf(
      ask({ models: modelsOnWire('allow_list'), hardLimit: hardLimitOnWire(1), limits: listOnWire() }),
    );
    expect(refusal).toMatchObject({ code: 'projects.contain.same', next: { operation: 'projects.release' } });
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('projects.contain', { project: searchDev }).code).toBe('projects.archived');
  });
});
