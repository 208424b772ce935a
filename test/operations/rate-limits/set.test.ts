import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { describeCall, pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { setRateLimits } from '#operations/rate-limits/set.ts';
import { bind } from '#operations/template.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { astraLimit, limitsOnWire, useOnWire } from '../projects/settings-on-wire.ts';
import { projectOnWire } from '../wire.ts';
import { noLimits } from './samples.ts';

const astra = { id: 'rl-gpt-6-astra', name: 'gpt-6-astra' };
const answers = { project: projectOnWire(), limits: limitsOnWire(), use: useOnWire() };
const ask = (more: Readonly<Record<string, number>>, model = astra) => ({
  operation: 'rate-limits.set',
  input: { project: searchDev, model, ...noLimits, ...more },
  answers,
});
const halved = ask({ requestsPerMinute: 2500, tokensPerMinute: 2_000_000 });

describe('limits of a model', () => {
  const plan = planOf(halved);

  test('are sent as far as they differ, and read back from the list', () => {
    const [step] = plan.steps;
    if (step === undefined || step.proof.by === 'gone') throw new Error('A step with a proof was expected');
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: {} };
    expect(plan.steps).toHaveLength(1);
    expect(describeCall(bind(step.call, bindings))).toEqual({
      method: 'POST',
      path: '/organization/projects/proj_search_dev/rate_limits/rl-gpt-6-astra',
    });
    expect(step.call.body).toEqual({ max_requests_per_1_minute: 2500 });
    expect(pathOf(bind(step.proof.read, bindings))).toBe('/organization/projects/proj_search_dev/rate_limits');
    expect([step.proof.by, step.proof.where]).toEqual([
      'listed',
      { id: 'rl-gpt-6-astra', max_requests_per_1_minute: 2500 },
    ]);
  });

  test('are shown before and after, with their measure', () => {
    expect(plan.changes).toEqual([
      { label: 'Limits of gpt-6-astra', before: '5,000 requests a minute', after: '2,500 requests a minute' },
    ]);
    expect(plan.tier).toBe('destructive');
    expect(plan.project).toEqual(searchDev);
  });

  test('can be set back to the numbers they were, but not to following a default', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'partial',
      operation: 'rate-limits.set',
      input: { project: searchDev, model: astra, requestsPerMinute: 5000 },
    });
    expect(plan.inverse.sentence).toContain('5,000 requests a minute');
    expect(setRateLimits.parseInput(plan.inverse.input ?? {}).success).toBe(true);
    expect(plan.before).toMatchObject({ model: 'gpt-6-astra', limits: { tokensPerMinute: 2_000_000 } });
  });

  test('stand on the value that is replaced, and not on others', () => {
    const withLimit = (more: object) =>
      canonicalJson(
        planOf({ ...halved, answers: { ...answers, limits: limitsOnWire({ ...astraLimit, ...more }) } }).guards,
      );
    expect(withLimit({})).toBe(canonicalJson(plan.guards));
    expect(withLimit({ batch_1_day_max_input_tokens: 1 })).toBe(canonicalJson(plan.guards));
    expect(withLimit({ max_requests_per_1_minute: 4000 })).not.toBe(canonicalJson(plan.guards));
  });
});

describe('an approver is warned', () => {
  const used = { ...answers, use: useOnWire(['gpt-6-astra-2026-08-01', 60_000], ['gpt-6-astra-mini', 600_000]) };

  test('of a limit below what the busiest hour needed', () => {
    const low = { ...ask({ requestsPerMinute: 999 }), answers: used };
    expect(planOf(low).warnings).toEqual([
      'Below what is used: 1,000 requests a minute in the busiest hour of the last day.',
    ]);
    expect(planOf({ ...ask({ requestsPerMinute: 1000 }), answers: used }).warnings).toEqual([]);
    expect(planOf(low).facts).toEqual([{ label: 'Completions a minute, busiest hour', value: '1,000', at: NOON }]);
  });

  test('of a limit that lets nothing through', () => {
    expect(planOf(ask({ tokensPerMinute: 0 })).warnings).toEqual(['A limit of 0 stops every request for gpt-6-astra.']);
  });
});

describe('a request is refused', () => {
  test.each([
    [
      'for a model without limits here',
      'rate-limits.no-model',
      ask({ requestsPerMinute: 5 }, { id: 'rl-x', name: 'x' }),
    ],
    ['without a number', 'rate-limits.nothing', ask({})],
    ['for a measure that the model does not have', 'rate-limits.not-measured', ask({ imagesPerMinute: 5 })],
    ['that changes nothing', 'rate-limits.same', ask({ requestsPerMinute: 5000 })],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('with a way to the models of the project where one is not found', () => {
    const { next } = refusalOf(ask({ requestsPerMinute: 5 }, { id: 'rl-x', name: 'x' }));
    expect(next).toMatchObject({ operation: 'models.show', input: { project: searchDev } });
    expect(findOperation('models.show')?.parseInput(next?.kind === 'start' ? next.input : {}).success).toBe(true);
  });

  test('in an archived project, before anything else of it is read', () => {
    expect(refusalOfArchived('rate-limits.set', halved.input).code).toBe('rate-limits.archived');
  });
});

test('a day of use is read hour by hour', () => {
  const { calls } = gatherByHand(setRateLimits, erinAsks(halved.input), answers);
  expect(calls.at(-1)?.query).toEqual({
    start_time: NOON / 1000 - 86_400,
    bucket_width: '1h',
    limit: 25,
    project_ids: ['proj_search_dev'],
    group_by: ['model'],
  });
});
