import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import { findOperation } from '#operations/catalogue.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { dayMs } from '../samples.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { accountOnWire, evaluator } from './wire.ts';

const given = (wish: JsonObject = {}, account: unknown = accountOnWire()) => ({
  operation: 'accounts.add-key',
  input: { ...evaluator, name: 'second', for: 90 * dayMs, access: 'requests', ...wish },
  answers: { project: projectOnWire(), account, keys: listOnWire(userKeyOnWire(), accountKeyOnWire()) },
});

const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { key: { id: 'key_new' } } };

describe('a further key of an account', () => {
  const plan = planOf(given());

  test('is made by one call, with what it may do and its end', () => {
    const [step, ...more] = plan.steps;
    expect(more).toEqual([]);
    expect(step && bind(step.call, bindings)).toMatchObject({
      endpoint: 'POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys',
      params: { project_id: 'proj_search_dev', service_account_id: 'user_svc' },
      body: {
        name: 'second',
        expires_in_seconds: 90 * 86_400,
        scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
      },
    });
    expect(step?.secretAt).toEqual(['value']);
  });

  test('is found again by its name among the keys of the account', () => {
    expect(plan.steps[0]?.proof).toMatchObject({
      by: 'listed',
      read: { query: { owner_project_access: 'any' } },
      where: { name: 'second', 'owner.service_account.id': 'user_svc' },
    });
  });

  test('goes alone when it could not be handed over: the account was there before', () => {
    expect(plan.compensations.map(({ call }) => bind(call, bindings))).toMatchObject([
      {
        endpoint: 'DELETE /organization/projects/{project_id}/api_keys/{api_key_id}',
        params: { api_key_id: 'key_new' },
      },
    ]);
    expect(plan).toMatchObject({ delivery: 'collect', attempts: 3, lease: null, endings: [] });
  });

  test('is for whoever asked, who never counts as an approver', () => {
    expect(plan.beneficiaryEmail).toBe('erin@acme.example');
    expect(plan.handover).toEqual({ name: 'second', where: 'search-dev' });
  });

  test('may be called as a key of somebody else is', () => {
    const other = { type: 'service_account', service_account: { id: 'user_other', name: 'other' } };
    const foreign = accountKeyOnWire({ id: 'key_other', name: 'second', owner: other });
    const answers = { ...given().answers, keys: listOnWire(foreign, userKeyOnWire({ name: 'second' })) };
    expect(planOf({ ...given(), answers }).holds).toBe('evaluator has no key yet');
  });

  test('stands beside the keys that are there', () => {
    expect(plan.holds).toBe('evaluator has 1 key, which stays');
    expect(plan.facts.map(({ label }) => label)).toEqual(['nightly-eval of evaluator']);
  });

  test('that may do everything is sent without scopes, and warned of', () => {
    const wide = planOf(given({ access: 'all' }));
    expect(Object.keys(wide.steps[0]?.call.body ?? {})).toEqual(['name', 'expires_in_seconds']);
    expect(wide.warnings).toEqual(['This key may do everything a key of the project may do.']);
    expect(wide.bounds).toEqual({ lifetimeMs: 90 * dayMs, scopes: ['all'] });
  });

  test('of an owner is warned of', () => {
    expect(planOf(given({}, accountOnWire({ role: 'owner' }))).warnings[0]).toMatch(/^As an owner it may manage/);
  });

  test('is revoked to undo it, the account stays', () => {
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'keys.revoke' });
    expect(input).toEqual({
      key: { id: 'key_new', name: 'second', redacted: '', project: searchDev },
      withAccount: null,
    });
    expect(findOperation('keys.revoke')?.parseInput(input).success).toBe(true);
  });
});

describe('a request is refused', () => {
  test.each([
    ['for an account that is gone', 'accounts.add-key.gone', given({}, null)],
    [
      'for an account whose keys can do nothing',
      'accounts.add-key.no-role',
      given({}, accountOnWire({ role: 'none' })),
    ],
    ['with a name that a key of it has', 'accounts.add-key.name-taken', given({ name: 'nightly-eval' })],
  ])('%s', (_, code, ask) => {
    expect(refusalOf(ask).code).toBe(code);
  });

  test('with the way to give it a role', () => {
    const { next } = refusalOf(given({}, accountOnWire({ role: 'none' })));
    expect(next).toMatchObject({
      kind: 'start',
      operation: 'accounts.update',
      input: { ...evaluator, role: 'member' },
    });
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('accounts.add-key', given().input).code).toBe('accounts.archived');
  });
});
