import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { setSpendLimit } from '#operations/spend-limits/set.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { projectOnWire } from '../wire.ts';
import { costsOnWire, limitOnWire } from './wire.ts';

const PATH = '/organization/projects/{project_id}/spend_limit';

interface State {
  readonly limit?: unknown;
  readonly spent?: number;
  readonly project?: unknown;
}

/** Of a project that has spent $200 by noon of the 23rd, under a limit of $800. */
const state = ({ limit = limitOnWire(80_000), spent = 200, project = projectOnWire() }: State = {}) => ({
  limit,
  spentCents: costsOnWire(spent / 2, spent / 2),
  project,
});
const set = (amount: number, of: State = {}) => ({
  operation: 'spend-limits.set',
  input: { project: searchDev, amount },
  answers: state(of),
});
const remove = (of: State = {}) => ({
  operation: 'spend-limits.remove',
  input: { project: searchDev },
  answers: state(of),
});
const organization = (
  operation: string,
  input: Readonly<Record<string, number>>,
  limit: unknown = limitOnWire(1_500_000),
) => ({
  operation: `spend-limits.${operation}-organization`,
  input,
  answers: { limit, spentCents: costsOnWire(8_000) },
});

describe('setting a limit', () => {
  test('sends cents a month, and reads them back', () => {
    const [step] = planOf(set(25_000)).steps;
    expect(step?.call).toMatchObject({
      endpoint: `POST ${PATH}`,
      body: { threshold_amount: 25_000, currency: 'USD', interval: 'month' },
    });
    expect(step?.proof).toMatchObject({ by: 'equals', where: { threshold_amount: 25_000 } });
  });

  test('shows dollars, and what was spent', () => {
    const plan = planOf(set(25_050));
    expect(plan.changes).toEqual([{ label: 'Hard limit', before: '$800 a month', after: '$250.50 a month' }]);
    expect(plan.holds).toBe('$200 spent this month');
    expect(planOf(set(25_000, { limit: null })).changes[0]?.before).toBeNull();
    expect(planOf(set(90_000, { limit: limitOnWire(80_000, 'enforcing') })).holds).toMatch(/requests fail just now/);
  });

  test.each([
    ['at what was spent', 20_000, /^This is at or below what was spent this month: every request of search-dev fails/],
    ['below what was spent', 100, /^This is at or below what was spent/],
    ['that this month’s pace reaches', 25_000, /^At this month’s pace \$250 a month is reached in 5 days;/],
  ])('is warned of when it is an amount %s', (_, amount, warning) => {
    expect(planOf(set(amount)).warnings).toEqual([expect.stringMatching(warning)]);
  });

  test('is not warned of when the month ends before it, nothing was spent, or the month is too young to tell', () => {
    expect(planOf(set(27_000)).warnings).toEqual([]);
    expect(planOf(set(1, { spent: 0 })).warnings).toEqual([]);
    const young = { ...set(25_000), ask: { now: Date.UTC(2026, 10, 1, 12) } };
    expect(planOf(young).warnings).toEqual([]);
  });

  test('is undone by the old amount, or by removing it where there was none', () => {
    expect(planOf(set(25_000)).inverse).toMatchObject({
      verdict: 'exact',
      operation: 'spend-limits.set',
      input: { project: searchDev, amount: 80_000 },
    });
    expect(planOf(set(25_000, { limit: null })).inverse).toMatchObject({
      verdict: 'exact',
      operation: 'spend-limits.remove',
      input: { project: searchDev },
    });
  });

  test('stands on the limit and the project, not on what is spent or enforced', () => {
    const guards = canonicalJson(planOf(set(25_000)).guards);
    const same = { spent: 999, limit: limitOnWire(80_000, 'enforcing') };
    expect(canonicalJson(planOf(set(25_000, same)).guards)).toBe(guards);
    for (const other of [{ limit: limitOnWire(70_000) }, { limit: null }, { project: projectOnWire({ name: 'x' }) }]) {
      expect(canonicalJson(planOf(set(25_000, other)).guards)).not.toBe(guards);
    }
  });
});

describe('removing a limit', () => {
  test('is proven by its being gone, and undone by the old amount', () => {
    const plan = planOf(remove());
    expect(plan.steps.map(({ call, proof }) => [call.endpoint, proof.by])).toEqual([[`DELETE ${PATH}`, 'gone']]);
    expect(plan.changes).toEqual([{ label: 'Hard limit', before: '$800 a month', after: null }]);
    expect(plan.warnings).toEqual([
      'Nothing stops the spending of search-dev then but a limit of the organization, if there is one.',
    ]);
    expect(plan.inverse).toMatchObject({ verdict: 'exact', input: { project: searchDev, amount: 80_000 } });
  });
});

describe('the organization’s limit', () => {
  test('concerns everybody, and needs two', () => {
    const plan = planOf(organization('set', { amount: 2_000_000 }));
    expect(plan).toMatchObject({ tier: 'critical', project: null });
    expect(plan.steps[0]?.call.endpoint).toBe('POST /organization/spend_limit');
    expect(plan.title).toBe('Set the spend limit of the whole organization');
    expect(plan.inverse).toMatchObject({ operation: 'spend-limits.set-organization', input: { amount: 1_500_000 } });
    expect(planOf(set(25_000)).tier).toBe('destructive');
  });

  test('is removed on its own', () => {
    const plan = planOf(organization('remove', {}));
    expect(plan.tier).toBe('critical');
    expect(plan.steps[0]?.call.endpoint).toBe('DELETE /organization/spend_limit');
    expect(plan.inverse).toMatchObject({ operation: 'spend-limits.set-organization', input: { amount: 1_500_000 } });
  });
});

describe('a request is refused', () => {
  test.each([
    ['to set what is set', 'spend-limits.set.same', set(80_000)],
    ['to remove what is not there', 'spend-limits.remove.none', remove({ limit: null })],
    [
      'to set what is set for everybody',
      'spend-limits.set-organization.same',
      organization('set', { amount: 1_500_000 }),
    ],
    ['to remove what nobody has', 'spend-limits.remove-organization.none', organization('remove', {}, null)],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('spend-limits.set', set(1).input).code).toBe('spend-limits.archived');
    expect(refusalOfArchived('spend-limits.remove', remove().input).code).toBe('spend-limits.archived');
  });

  test('for an amount that is none', () => {
    for (const amount of [0, -1, 0.5, 100_000_001]) {
      expect(setSpendLimit.parseInput({ project: searchDev, amount }).success).toBe(false);
    }
  });
});

test('every inverse is an input of its operation', () => {
  const plans = [
    set(1),
    set(1, { limit: null }),
    remove(),
    organization('set', { amount: 1 }),
    organization('remove', {}),
  ];
  for (const { inverse } of plans.map(planOf)) {
    expect(findOperation(inverse.operation ?? '')?.parseInput(inverse.input ?? {}).success).toBe(true);
  }
});

test('what was spent is asked for from the first of the month, in one page', () => {
  const { calls } = gatherByHand(setSpendLimit, erinAsks(set(1).input), state());
  expect(calls.map(pathOf)).toEqual([
    '/organization/projects/proj_search_dev',
    '/organization/projects/proj_search_dev/spend_limit',
    '/organization/costs',
  ]);
  expect(calls[2]?.query).toEqual({
    start_time: Date.UTC(2026, 10, 1) / 1000,
    bucket_width: '1d',
    limit: 31,
    project_ids: ['proj_search_dev'],
  });
  expect(NOON).toBeGreaterThan(Date.UTC(2026, 10, 1));
});
