import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { containProject } from '#operations/projects/contain.ts';
import { releaseProject } from '#operations/projects/release.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';
import { contained, hangingAnswers, noStops, other } from './samples.ts';
import { hardLimitOnWire, limitsOnWire, modelsOnWire } from './settings-on-wire.ts';

const answers = {
  project: projectOnWire(),
  models: modelsOnWire('allow_list'),
  limits: listOnWire(),
  hardLimit: hardLimitOnWire(1),
  keys: hangingAnswers.keys,
  contained,
};
const ask = (input: object, more: object = {}) => ({
  operation: 'projects.release',
  input: { project: searchDev, request: null, ...noStops, ...input },
  answers: { ...answers, ...more },
});
const byRequest = ask({ request: contained.id });
const byHand = ask({ everyModel: true, limits: ['gpt-6-astra:rpm=5000'], hardLimit: 25_000 });

describe('a release', () => {
  test('puts the models back before their limits, and the money last', () => {
    expect(planOf(byHand).steps.map(({ id, effect, call }) => [id, effect, call.body])).toEqual([
      ['models', 'delete', null],
      ['limits-gpt-6-astra', 'set', { max_requests_per_1_minute: 5000 }],
      ['hard-limit', 'set', { threshold_amount: 25_000, currency: 'USD', interval: 'month' }],
    ]);
  });

  test('that names the containment does what the containment kept', () => {
    expect(canonicalJson(planOf(byRequest).steps)).toBe(canonicalJson(planOf(byHand).steps));
    const { questions } = gatherByHand(releaseProject, erinAsks(byRequest.input), byRequest.answers);
    expect(questions).toEqual([{ of: 'inverse', requestId: contained.id }]);
    expect(gatherByHand(releaseProject, erinAsks(byHand.input), byHand.answers).questions).toEqual([]);
  });

  test('warns that leaked keys work again, too', () => {
    expect(planOf(byHand).warnings[0]).toBe(
      'Every key of search-dev works again, leaked ones too: erin laptop of Erin Vale (used 2 hours ago), nightly-eval of evaluator (never used).',
    );
  });

  test('is undone by containing again', () => {
    const { inverse } = planOf(byHand);
    expect(inverse).toMatchObject({ verdict: 'exact', operation: 'projects.contain', input: { project: searchDev } });
    expect(containProject.parseInput(inverse.input ?? {}).success).toBe(true);
  });

  test('shows what moved since the containment, and then cannot promise the way back', () => {
    const moved = planOf(
      ask(
        { everyModel: true, hardLimit: 25_000 },
        { models: modelsOnWire('allow_list', 'gpt-6-astra'), hardLimit: hardLimitOnWire(500), limits: limitsOnWire() },
      ),
    );
    expect(moved.warnings.slice(1, 3)).toEqual([
      'The models were changed since the containment: only gpt-6-astra. This replaces that.',
      'The hard limit was changed since the containment: $5. This replaces that.',
    ]);
    expect(moved.inverse.verdict).toBe('partial');
  });

  test('stands on what it replaces', () => {
    const guards = (more: object) => canonicalJson(planOf({ ...byHand, answers: { ...answers, ...more } }).guards);
    expect(guards({ keys: listOnWire() })).toBe(guards({}));
    expect(guards({ hardLimit: hardLimitOnWire(2) })).not.toBe(guards({}));
    expect(guards({ models: modelsOnWire('allow_list', 'a') })).not.toBe(guards({}));
  });
});

describe('a release is refused', () => {
  test.each([
    ['that says nothing', 'projects.release.unclear', ask({})],
    ['that contradicts itself', 'projects.release.unclear', ask({ noModel: true, everyModel: true })],
    [
      'that names a containment and other values',
      'projects.release.unclear',
      ask({ request: contained.id, hardLimit: 5 }),
    ],
    ['where everything is back already', 'projects.release.same', ask({ noModel: true })],
    [
      'for a request that nobody knows',
      'projects.release.no-containment',
      { ...byRequest, answers: { ...answers, contained: null } },
    ],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test.each([
    ['something else', { operation: 'keys.issue' }],
    ['nothing, as it was denied', { state: 'denied' }],
    ['another project', { input: { ...contained.input, project: other } }],
    ['nobody knows what', { input: null }],
    ['what a release does not take', { input: { project: searchDev, force: true } }],
  ])('for a request that contained %s', (_, more) => {
    const given = { ...byRequest, answers: { ...answers, contained: { ...contained, ...more } } };
    expect(refusalOf(given).code).toBe('projects.release.no-containment');
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('projects.release', byHand.input).code).toBe('projects.archived');
  });
});
