import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import type { JsonObject } from '#domain/json.ts';
import { bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { noProviderWish } from './samples.ts';
import { notebooks, providerOnWire, publicKeys, ruleOnWire } from './wire.ts';

const providers = listOnWire(providerOnWire());

const create = (more: object = {}) => ({
  operation: 'workload-identity.create',
  input: {
    name: 'github',
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'https://api.openai.com/v1',
    ...noProviderWish,
    ...more,
  },
  answers: { providers },
});

const update = (more: object, provider: JsonObject = providerOnWire(), rules: readonly unknown[] = [ruleOnWire()]) => ({
  operation: 'workload-identity.update',
  input: {
    provider: notebooks,
    name: null,
    issuer: null,
    audience: null,
    ...noProviderWish,
    noDescription: null,
    ...more,
  },
  answers: { provider, rules: listOnWire(...rules), providers: listOnWire(provider) },
});

const remove = (provider: JsonObject, rules: readonly unknown[] = []) => ({
  operation: 'workload-identity.delete',
  input: { provider: notebooks },
  answers: { provider, rules: listOnWire(...rules) },
});

describe('a provider that is made', () => {
  const plan = planOf(create());

  test('is on, verified by the keys its issuer publishes, and lets nobody in by itself', () => {
    expect(plan.steps[0]?.call.body).toEqual({
      type: 'oidc',
      name: 'github',
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'https://api.openai.com/v1',
      verification: { type: 'discovery', discovery_url: null },
      attribute_transformations: [],
      enabled: true,
    });
    expect(plan).toMatchObject({
      tier: 'critical',
      inverse: { verdict: 'exact', operation: 'workload-identity.delete' },
    });
    expect(plan.warnings[0]).toContain('until it has a rule');
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { create: { id: 'wip_new' } } };
    expect(bindJson(plan.inverse.input ?? {}, bindings)).toEqual({ provider: { id: 'wip_new', name: 'github' } });
  });

  test('shows every attribute whole, however long its expression', () => {
    const long = `assertion.${'x'.repeat(500)}`;
    const { changes } = planOf(create({ attributes: `openai.a = b == "c"\nopenai.long = ${long}` }));
    expect(changes).toContainEqual({ label: 'Attribute openai.a', before: null, after: 'b == "c"' });
    const shown = changes.filter(({ label }) => label.includes('openai.long')).map(({ after }) => after);
    expect(shown.join('')).toBe(long);
    expect(shown.every((line) => (line ?? '').length <= 180)).toBe(true);
  });

  test('shows uploaded keys by their ids and a fingerprint', () => {
    const one = planOf(create({ keys: JSON.stringify(publicKeys) }));
    const other = planOf(create({ keys: JSON.stringify({ keys: [{ ...publicKeys.keys[0], x: 'CCCC' }] }) }));
    const said = (plan: typeof one) => plan.changes.find(({ label }) => label === 'Verified by')?.after;
    expect(said(one)).toMatch(/^uploaded keys one \(fingerprint [0-9a-f]{16}\)$/);
    expect(said(other)).not.toBe(said(one));
    expect(one.steps[0]?.call.body).toMatchObject({ verification: { type: 'uploaded_jwks', jwks: publicKeys } });
  });

  test.each([
    [{ keys: JSON.stringify({ keys: [{ ...publicKeys.keys[0], d: 'x' }] }) }, 'workload-identity.private-keys'],
    [{ keys: JSON.stringify({ keys: [{ kty: 'oct', k: 'x' }] }) }, 'workload-identity.private-keys'],
    [{ keys: 'my keys' }, 'workload-identity.keys'],
    [{ keys: '{"keys":[]}' }, 'workload-identity.keys'],
    [{ keys: '{"keys":[1]}' }, 'workload-identity.keys'],
    [{ keys: JSON.stringify(publicKeys), discovery: 'standard' }, 'workload-identity.two-verifications'],
    [{ attributes: 'openai.repository' }, 'workload-identity.attributes'],
    [{ attributes: 'a = b\na = c' }, 'workload-identity.attributes'],
    [{ attributes: `${'a'.repeat(257)} = b` }, 'workload-identity.attributes'],
    [{ attributes: Array.from({ length: 21 }, (_, n) => `a${n} = b`).join('\n') }, 'workload-identity.attributes'],
    [{ name: 'Notebooks' }, 'workload-identity.taken'],
  ])('is refused with %o', (more, code) => {
    expect(refusalOf(create(more)).code).toBe(code);
  });
});

describe('a provider that is changed', () => {
  test('is sent only what differs, and gets back only that', () => {
    const plan = planOf(update({ state: 'off', audience: 'https://api.openai.com/v1' }));
    expect(plan.steps[0]).toMatchObject({ call: { body: { enabled: false } }, proof: { where: { enabled: false } } });
    expect(plan.changes).toEqual([{ label: 'State', before: 'on', after: 'off' }]);
    expect(plan.warnings).toEqual([
      expect.stringContaining('Nobody can sign in through it any more (1 rule: forecasts)'),
    ]);
    expect(plan.inverse).toMatchObject({ verdict: 'exact', input: { provider: notebooks, state: 'on' } });
  });

  test.each([
    [{ issuer: 'https://evil.example' }],
    [{ audience: 'other' }],
    [{ discovery: 'https://keys.example/jwks' }],
    [{ attributes: 'none' }],
  ])('%o warns that others may be let in, as long as there are rules', (more) => {
    expect(planOf(update(more)).warnings[0]).toContain('This changes who is let in');
    expect(planOf(update(more, providerOnWire(), [])).warnings).toEqual([]);
  });

  test.each([
    [{}, { name: 'other' }],
    [{ description: 'old' }, { noDescription: true }],
    [{}, { description: 'new' }],
    [{ verification: { type: 'uploaded_jwks', jwks: publicKeys } }, { discovery: 'standard' }],
    [
      { verification: { type: 'discovery', discovery_url: 'https://a.example/k' } },
      { keys: JSON.stringify(publicKeys) },
    ],
    [{ attribute_transformations: [] }, { attributes: 'a = b' }],
    [{ attribute_transformations: [{ attribute: 'a', expression: 'b = "c"' }] }, { attributes: 'none', state: 'off' }],
  ])('from %o to %o and back is where it was', (before, wish) => {
    const provider = providerOnWire(before);
    const there = planOf(update(wish, provider));
    const changed = { ...provider, ...there.steps[0]?.call.body };
    const input = there.inverse.input ?? {};
    expect(there.inverse.verdict).toBe('exact');
    const back = planOf({ ...update({}, changed), input });
    expect({ ...changed, ...back.steps[0]?.call.body }).toEqual(provider);
  });

  test('whose attributes no words can give back is undone in part', () => {
    const provider = providerOnWire({ attribute_transformations: [{ attribute: 'a=b', expression: 'c' }] });
    expect(planOf(update({ attributes: 'none', state: 'off' }, provider)).inverse).toMatchObject({
      verdict: 'partial',
      sentence: expect.stringContaining('dashboard') as string,
      input: { state: 'on' },
    });
  });

  test('is refused where nothing differs, where it is gone and under a name that is taken', () => {
    expect(refusalOf(update({ state: 'on', attributes: 'openai.notebook = assertion.notebook' })).code).toBe(
      'workload-identity.same',
    );
    const gone = update({ state: 'off' });
    expect(refusalOf({ ...gone, answers: { ...gone.answers, provider: null, rules: null } }).code).toBe(
      'workload-identity.gone',
    );
    const two = listOnWire(providerOnWire(), providerOnWire({ id: 'wip_2', name: 'github' }));
    const taken = update({ name: 'GitHub' });
    expect(refusalOf({ ...taken, answers: { ...taken.answers, providers: two } }).code).toBe('workload-identity.taken');
  });
});

describe('a provider that is deleted', () => {
  test('can be made again as it was', () => {
    const plan = planOf(remove(providerOnWire({ enabled: false, description: 'old' })));
    expect(plan).toMatchObject({ tier: 'destructive', inverse: { verdict: 'recreate' } });
    const again = findOperation('workload-identity.create')?.parseInput(plan.inverse.input ?? {});
    expect(again?.success && again.data).toMatchObject({
      name: 'notebooks',
      description: 'old',
      state: 'off',
      attributes: 'openai.notebook = assertion.notebook',
    });
    const bare = planOf(remove(providerOnWire())).inverse.input ?? {};
    expect(findOperation('workload-identity.create')?.parseInput(bare).success).toBe(true);
  });

  test('must have no rule left, and can be switched off instead', () => {
    const refusal = refusalOf(remove(providerOnWire(), [ruleOnWire()]));
    expect(refusal).toMatchObject({
      code: 'workload-identity.has-rules',
      next: { operation: 'workload-identity.update' },
    });
    const input = refusal.next?.kind === 'start' ? refusal.next.input : {};
    expect(findOperation('workload-identity.update')?.parseInput(input).success).toBe(true);
  });
});
