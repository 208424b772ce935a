import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { relations } from '#domain/follows.ts';
import { dayMs, hourMs } from '#domain/instant.ts';
import { tiers } from '#domain/tier.ts';
import { whenConditions } from '#policy/conditions/catalogue.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { matchRule } from '#policy/match.ts';
import { personOf } from '#policy/people.ts';
import type { DenyRule, PermitRule, Policy, Rule } from '#policy/policy.ts';
import { BEA, ERIN, noManner, operationNamed, people, policyWith, SAM, STRANGER, vocabulary } from './fixture.ts';
import { personId, slackUserId } from '#domain/ids.ts';

const GROUPS = ['approvers', 'security', 'on-call', 'anybody'];
const BASE = policyWith({
  people: [
    'people:',
    '  erin: { name: Erin Vale, slack: [U0ERIN0001, U0ERIN0002], openai: erin@acme.example, unit: payments }',
    '  bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example, unit: billing }',
    '  omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example, unit: payments }',
    '  sam: { name: Sam Okafor, slack: U0SAM00001 }',
  ].join('\n'),
  projects: "projects: { production: ['*-prod'], labels: { staging: ['*-stg', search-dev] } }",
  more: [
    "calendars: { holidays: [2026-12-25, '2026-12-28..2027-01-01'] }",
    "protected: [proj_billing, 'vip-*']",
    "incident_link: 'https://status.acme.example/incidents/*'",
  ].join('\n'),
});

/** What may stand under `when`, by key: the example of each condition there is, its opposite where it has one, and groups that exist. */
const wanted: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  whenConditions.map(({ key, shape, example }) => {
    const said = shape.parse(parse(example));
    if (typeof said === 'boolean') return [key, [true, false]];
    return [key, key === 'on_call' || key === 'not_from' ? GROUPS.map((name) => shape.parse(name)) : [said]];
  }),
);
const when: fc.Arbitrary<Rule['when']> = fc
  .record(
    Object.fromEntries(Object.entries(wanted).map(([key, values]) => [key, fc.option(fc.constantFrom(...values))])),
  )
  .chain((all) =>
    fc
      .subarray(Object.keys(wanted), { maxLength: 3 })
      .map((keys) => Object.fromEntries(keys.filter((key) => all[key] !== null).map((key) => [key, all[key]]))),
  );

const scope = {
  operations: fc.subarray(['keys.*', 'keys.issue', 'changes', '*'], { minLength: 1 }),
  requesters: fc.oneof(fc.constant('everyone' as const), fc.subarray([...GROUPS, 'erin'], { minLength: 1 })),
  projects: fc.constantFrom(null, null, 'production' as const, ['search-*']),
  when,
};
const deny: fc.Arbitrary<DenyRule> = fc.record({
  kind: fc.constant('deny' as const),
  name: fc.constantFrom('Never', 'Not here'),
  why: fc.constant('No.'),
  ...scope,
});
const permit: fc.Arbitrary<PermitRule> = fc.record({
  kind: fc.constant('permit' as const),
  name: fc.constantFrom('Some', 'Others'),
  ...scope,
  bounds: fc.constant({ lifetimeMaxMs: null, scopes: null }),
  consent: fc.constantFrom(
    { kind: 'one' as const, count: null, from: null },
    { kind: 'one' as const, count: 1, from: ['on-call'] },
  ),
  manner: fc.constant(noManner),
  safeguards: fc.constant({ stepUp: null, dwellMs: null, vetoMs: null, typed: null }),
  standing: fc.boolean(),
});
/** One denial more, and where it stands. */
const added = fc.record({ more: deny, place: fc.nat(5) });
const policy = fc
  .array(fc.oneof({ weight: 3, arbitrary: permit }, { weight: 1, arbitrary: deny }), { maxLength: 5 })
  .map((rules): Policy => ({ ...BASE, rules }));

const members: fc.Arbitrary<Members> = fc.oneof(
  fc.subarray([ERIN, BEA, SAM, STRANGER]).map((ids) => people(...ids)),
  fc.constant<Members>({ known: false, why: 'Slack did not answer' }),
);
const NOON = Date.UTC(2026, 10, 23, 12);
const facts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    operation: fc.tuple(
      fc.constantFrom(...vocabulary.operations.map(({ id }) => id)),
      fc.option(fc.constantFrom(...tiers)),
    ),
    by: fc.constantFrom(ERIN, BEA, SAM, STRANGER),
    project: fc.constantFrom(null, { id: 'proj_1', name: 'search-prod' }, { id: 'proj_2', name: 'search-dev' }),
    target: fc.constantFrom(null, { id: 'proj_billing', name: 'billing' }, { id: 'key_1', name: 'a-key' }),
    beneficiary: fc.option(fc.constantFrom('erin', 'bea')),
    steps: fc.constantFrom(1, 5, 6, 40),
    reason: fc.constantFrom('', 'see https://status.acme.example/incidents/7', 'just so'),
    follows: fc.option(fc.constantFrom(...relations)),
    history: fc.option(
      fc.record({
        recent: fc.array(fc.integer({ min: NOON - dayMs, max: NOON }), { maxLength: 6 }),
        isFirst: fc.boolean(),
      }),
    ),
    bounds: fc.record(
      {
        lifetimeMs: fc.constantFrom(hourMs, 40 * dayMs),
        amountCents: fc.constantFrom(null, 10_000, 100_000, 900_000),
        beforeCents: fc.constantFrom(null, 0, 90_000),
        scopes: fc.constantFrom([], ['api.all.write'], ['api.model.read']),
        models: fc.constantFrom([], ['gpt-6-mini'], ['other']),
      },
      { requiredKeys: [] },
    ),
    members: fc.record({ 'on-call': members, anybody: members }, { requiredKeys: [] }),
    now: fc.integer({ min: NOON, max: NOON + 7 * dayMs }),
  })
  .map(({ operation: [id, tier], by, beneficiary, ...rest }) => {
    const word = operationNamed(id);
    const slackId = slackUserId(by);
    return {
      ...rest,
      operation: { ...word, tier: tier ?? word.tier },
      requester: { slackId, personId: personOf(BASE, slackId) },
      beneficiary: beneficiary === null ? null : personId(beneficiary),
      projectOwners: { known: false, why: 'nobody asked' },
      rollout: null,
    };
  });

describe('whatever the rules, their conditions and the facts', () => {
  test('every condition there is takes part', () => {
    expect(Object.keys(wanted).toSorted()).toEqual(whenConditions.map(({ key }) => key).toSorted());
  });

  test('one denial more, wherever it stands, never permits anything, nor changes what is still permitted', () => {
    let refused = 0;
    fc.assert(
      fc.property(policy, added, facts, (given, { more, place }, asked) => {
        const with_ = { ...given, rules: given.rules.toSpliced(place, 0, more) };
        const [before, after] = [evaluate(given, asked), evaluate(with_, asked)];
        if (after.kind === 'deny') {
          if (before.kind === 'permit') refused += 1;
          return;
        }
        expect({ ...after, reasons: null }).toEqual({ ...before, reasons: null });
      }),
      { numRuns: 4_000 },
    );
    // Denials that never fit would pass this test too.
    expect(refused).toBeGreaterThan(20);
  });

  test('a denial that fits, or of which that cannot be told, wins over every permission', () => {
    let won = 0;
    fc.assert(
      fc.property(policy, added, facts, (given, { more, place }, asked) => {
        const scene = { policy: { ...given, rules: given.rules.toSpliced(place, 0, more) }, facts: asked };
        if (matchRule(more, scene).answer === 'no') return;
        won += 1;
        expect(evaluate(scene.policy, asked)).toMatchObject({ kind: 'deny', refusal: { code: 'policy.denied' } });
      }),
      { numRuns: 4_000 },
    );
    expect(won).toBeGreaterThan(200);
  });

  test('a denial that asks for less refuses no less', () => {
    fc.assert(
      fc.property(policy, deny, facts, (given, denial, asked) => {
        const [key] = Object.keys(denial.when);
        if (key === undefined) return;
        const { [key]: _gone, ...less } = denial.when;
        const under = (rule: Rule) => evaluate({ ...given, rules: [rule, ...given.rules] }, asked).kind;
        if (under(denial) === 'deny') expect(under({ ...denial, when: less })).toBe('deny');
      }),
      { numRuns: 2_000 },
    );
  });
});
