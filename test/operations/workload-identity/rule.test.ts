import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import type { JsonObject } from '#domain/json.ts';
import { bindJson } from '#operations/template.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { noRuleWish } from './samples.ts';
import { account, accountOnWire, forecasts, notebooks, providerOnWire, ruleOnWire } from './wire.ts';

const project = projectOnWire();

const create = (more: object = {}, answers: object = {}) => ({
  operation: 'workload-identity.create-rule',
  input: {
    provider: notebooks,
    project: searchDev,
    account,
    name: 'nightly',
    matches: 'notebook = nightly',
    ...noRuleWish,
    ...more,
  },
  answers: {
    project,
    provider: providerOnWire(),
    rules: listOnWire(ruleOnWire()),
    account: accountOnWire(),
    ...answers,
  },
});

const change = (verb: 'update-rule' | 'delete-rule', more: object = {}, rule: JsonObject = ruleOnWire()) => ({
  operation: `workload-identity.${verb}`,
  input: {
    provider: notebooks,
    rule: forecasts,
    ...(verb === 'delete-rule' ? {} : { name: null, matches: null, ...noRuleWish, noDescription: null }),
    ...more,
  },
  answers: { provider: providerOnWire(), rule, rules: listOnWire(rule), project },
});

describe('a rule that is made', () => {
  const plan = planOf(create());

  test('says who acts as whom, and is found again by its name and account', () => {
    expect(plan.warnings).toEqual([
      'Everybody whom https://id.acme.example vouches for with notebook = nightly acts as notebooks-account then, without a key.',
    ]);
    expect(plan.steps[0]).toMatchObject({
      call: {
        params: { workload_identity_provider_id: 'wip_notebooks' },
        body: {
          project_id: 'proj_search_dev',
          service_account_id: 'user_svc',
          name: 'nightly',
          attribute_matchers: { notebook: 'nightly' },
          permissions: { type: 'service_account_default' },
          enabled: true,
        },
      },
      proof: { by: 'listed', where: { name: 'nightly', service_account_id: 'user_svc' } },
    });
    expect(plan.steps[0]?.call.body).not.toHaveProperty('description');
  });

  test('is destructive, in its project, and undone by deleting it', () => {
    expect(plan).toMatchObject({ tier: 'destructive', project: searchDev });
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { create: { id: 'wifr_new' } } };
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(input).toEqual({ provider: notebooks, rule: { id: 'wifr_new', name: 'nightly' } });
    expect(findOperation('workload-identity.delete-rule')?.parseInput(input).success).toBe(true);
  });

  test('warns of an owner and of a provider that is off', () => {
    const given = create(
      {},
      { provider: providerOnWire({ enabled: false }), account: accountOnWire({ role: 'owner' }) },
    );
    expect(planOf(given).warnings.slice(1)).toEqual([
      'notebooks-account is an owner of search-dev.',
      'notebooks is off: the rule counts only when it is on again.',
    ]);
  });

  test('reads values as what they look like, and as text in quotes', () => {
    const matches = 'a = true\nb = "true"\nc = 12\nd = 1.5\ne = text = more\nf = "half\ng = v1.2.3';
    expect(planOf(create({ matches })).steps[0]?.call.body).toMatchObject({
      attribute_matchers: { a: true, b: 'true', c: 12, d: 1.5, e: 'text = more', f: '"half', g: 'v1.2.3' },
    });
  });

  test.each([
    [{ matches: 'none' }, 'workload-identity.matches'],
    [{ matches: 'notebook' }, 'workload-identity.matches'],
    [{ scopes: ['account', 'api.model.request'] }, 'workload-identity.scopes'],
    [{ name: 'Forecasts' }, 'workload-identity.rule-taken'],
  ])('is refused with %o', (more, code) => {
    expect(refusalOf(create(more)).code).toBe(code);
  });

  test.each([
    [{ provider: null, rules: null }, 'workload-identity.gone'],
    [{ account: null }, 'workload-identity.account-gone'],
  ])('is refused when OpenAI answers %o', (answers, code) => {
    expect(refusalOf(create({}, answers)).code).toBe(code);
  });
});

describe('a rule that is changed', () => {
  test.each([
    [{}, { name: 'other' }],
    [{}, { matches: 'notebook = x' }],
    [{ attribute_matchers: { a: 'true', b: ' x ', c: 'two\nlines', d: -1.5 } }, { matches: 'z = 1' }],
    [{}, { scopes: ['account'] }],
    [{ permissions: { type: 'service_account_default' } }, { scopes: ['api.model.read'] }],
    [{ description: 'old' }, { noDescription: true, state: 'off' }],
  ])('from %o to %o and back is where it was', (before, wish) => {
    const rule = ruleOnWire(before);
    const there = planOf(change('update-rule', wish, rule));
    expect(there.inverse.verdict).toBe('exact');
    const changed = { ...rule, ...there.steps[0]?.call.body };
    const back = planOf({ ...change('update-rule', {}, changed), input: there.inverse.input ?? {} });
    expect({ ...changed, ...back.steps[0]?.call.body }).toEqual(rule);
  });

  test.each([
    [{ name: null }, { name: 'named' }],
    [{ attribute_matchers: {} }, { matches: 'a = b' }],
  ])('from %o to %o is undone in part only', (before, wish) => {
    expect(planOf(change('update-rule', wish, ruleOnWire(before))).inverse.verdict).toBe('partial');
  });

  test.each([
    [{ matches: 'a = b' }, 'whom notebooks lets in'],
    [{ scopes: ['api.model.read'] }, 'fail at once'],
    [{ state: 'off' }, 'Nobody can sign in'],
  ])('%o warns', (wish, says) => {
    expect(planOf(change('update-rule', wish)).warnings.join(' ')).toContain(says);
  });

  test('to what it is already is refused', () => {
    const same = { matches: 'protected = true\nnotebook = forecast', scopes: ['api.model.request'], state: 'on' };
    expect(refusalOf(change('update-rule', same)).code).toBe('workload-identity.same');
  });
});

describe('a rule that is deleted', () => {
  test('can be made again as it was', () => {
    const { inverse, warnings } = planOf(change('delete-rule'));
    expect(warnings.join(' ')).toContain('can be taken back');
    expect(inverse).toMatchObject({ verdict: 'recreate', operation: 'workload-identity.create-rule' });
    const again = findOperation('workload-identity.create-rule')?.parseInput(inverse.input ?? {});
    expect(again?.success && again.data).toEqual({
      provider: notebooks,
      project: searchDev,
      account: { id: 'user_svc', name: 'user_svc' },
      name: 'forecasts',
      matches: 'notebook = forecast\nprotected = true',
      scopes: ['api.model.request'],
      description: null,
      state: 'on',
    });
  });

  test('without a name is made again under its id', () => {
    expect(planOf(change('delete-rule', {}, ruleOnWire({ name: null }))).inverse.input).toMatchObject({
      name: 'wifr_forecasts',
    });
  });

  test('that let everybody in is not made again here', () => {
    expect(planOf(change('delete-rule', {}, ruleOnWire({ attribute_matchers: {} }))).inverse).toMatchObject({
      verdict: 'none',
      operation: null,
    });
  });

  test('and is off stops nothing', () => {
    expect(planOf(change('delete-rule', {}, ruleOnWire({ enabled: false }))).warnings).toEqual([]);
  });
});

test.each(['update-rule', 'delete-rule'] as const)('%s of a rule that is gone is refused', (verb) => {
  const given = change(verb, verb === 'update-rule' ? { state: 'off' } : {});
  expect(refusalOf({ ...given, answers: { ...given.answers, rule: null } }).code).toBe('workload-identity.rule-gone');
});
