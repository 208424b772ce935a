import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { accountOnWire, evaluator } from './wire.ts';

const given = (keys: readonly unknown[], account: unknown = accountOnWire()) => ({
  operation: 'accounts.delete',
  input: evaluator,
  answers: { project: projectOnWire(), account, keys: listOnWire(userKeyOnWire(), ...keys) },
});
const second = accountKeyOnWire({ id: 'key_b', name: 'second', redacted_value: 'sk-svcacct-cd...wx' });

describe('deleting a service account', () => {
  const foreign = accountKeyOnWire({
    id: 'key_c',
    owner: { type: 'service_account', service_account: { id: 'user_other', name: 'other' } },
  });
  const plan = planOf(given([accountKeyOnWire(), second, foreign]));

  test('names every key that ends with it, and no other', () => {
    expect(plan.changes).toEqual([
      { label: 'Service account', before: 'evaluator, role member', after: null },
      { label: 'Its key', before: 'nightly-eval (sk-svcacct-ab...yz)', after: null },
      { label: 'Its key', before: 'second (sk-svcacct-cd...wx)', after: null },
    ]);
    expect(plan.gist).toBe('evaluator, with 2 keys');
    expect(plan.tier).toBe('destructive');
  });

  test('is one call, proven by its being gone', () => {
    expect(plan.steps.map(({ call, proof }) => [call.endpoint, call.params, proof.by])).toEqual([
      [
        'DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}',
        { project_id: 'proj_search_dev', service_account_id: 'user_svc' },
        'gone',
      ],
    ]);
  });

  test('warns of keys in use, and of an account that has none', () => {
    expect(plan.warnings).toEqual([]);
    const used = accountKeyOnWire({ last_used_at: NOON / 1000 - 240 });
    expect(planOf(given([used])).warnings[0]).toMatch(/^In use: nightly-eval of evaluator \(used 4 minutes ago\)/);
    expect(planOf(given([])).warnings).toEqual([
      'It has no key, so it may serve workload identity: whatever signs in as it that way stops.',
    ]);
  });

  test('stands on its keys, in whatever order OpenAI lists them, and not on their use', () => {
    const guards = (...keys: readonly unknown[]) => canonicalJson(planOf(given(keys)).guards);
    const used = accountKeyOnWire({ last_used_at: NOON / 1000 });
    expect(guards(second, used)).toBe(canonicalJson(plan.guards));
    expect(guards(second)).not.toBe(canonicalJson(plan.guards));
  });

  test('is undone only in part, by an account of the same name', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'partial',
      operation: 'accounts.create',
      input: { project: searchDev, name: 'evaluator', role: 'member' },
    });
    expect(plan.inverse.sentence).toContain('Its 2 keys and their secrets never come back.');
    expect(findOperation('accounts.create')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
    const odd = planOf(given([], accountOnWire({ role: 'viewer' }))).inverse;
    expect(findOperation('accounts.create')?.parseInput(odd.input ?? {}).success).toBe(true);
  });

  test('of an account that is gone is refused', () => {
    expect(refusalOf(given([], null)).code).toBe('accounts.delete.gone');
    expect(refusalOfArchived('accounts.delete', evaluator).code).toBe('accounts.archived');
  });
});
