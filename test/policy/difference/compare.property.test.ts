import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { loosens } from '#policy/difference/difference.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { personByEmail, personOf } from '#policy/people.ts';
import { liveModes, type Group, type Person, type Policy, type Rule } from '#policy/policy.ts';
import { stepUps, strictest } from '#policy/safeguards.ts';
import type { Requirement, Verdict } from '#policy/verdict.ts';
import { noSettings, nothingKnown, policyWith, vocabulary } from '../fixture.ts';

const BASE = policyWith();
const ACCOUNTS = ['U0A000001', 'U0A000002', 'U0B000001', 'U0C000001', 'U0D000001', 'U0X000001'].map((id) =>
  slackUserId(id),
);
const person = (name: string, accounts: readonly number[]): Person => ({
  name,
  slackIds: accounts.flatMap((i) => ACCOUNTS[i] ?? []),
  openaiEmail: `${name}@acme.example`,
  unit: null,
});
const PEOPLE: Policy['people'] = {
  p0: person('p0', [0, 1]),
  p1: person('p1', [2]),
  p2: person('p2', [3]),
  p3: person('p3', [4]),
};
const NAMES = ['g0', 'g1', 's0'];

const people = fc.subarray(Object.keys(PEOPLE)).map((ids) => ids.map((id) => personId(id)));
const standIn = {
  fallback: fc.option(fc.constantFrom(...NAMES)),
  escalateAfterMs: fc.constantFrom(null, 10, 20),
};
const list: fc.Arbitrary<Group> = fc
  .record({ kind: fc.constant('list' as const), people, ...standIn })
  .map((one) => ({ ...noSettings, ...one }));
const slack: fc.Arbitrary<Group> = fc
  .record({
    kind: fc.constant('slack' as const),
    slackGroup: fc.constantFrom('S0GROUP001', 'S0GROUP002'),
    allowUnlisted: fc.boolean(),
  })
  .map((one) => ({ ...noSettings, ...one }));
const asked = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  from: fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
});
const consent = fc.oneof(
  fc.record({ kind: fc.constant('several' as const), asked: fc.array(asked, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('one' as const),
    count: fc.option(fc.integer({ min: 1, max: 3 })),
    from: fc.option(fc.subarray(NAMES, { minLength: 1, maxLength: 2 })),
  }),
);
const requesters = fc.oneof(
  fc.constant('everyone' as const),
  fc.subarray([...NAMES, 'p0', 'p1'], { minLength: 1, maxLength: 2 }),
);
const operations = fc.subarray(['keys.*', 'keys.issue', 'reads', 'changes', '*'], { minLength: 1, maxLength: 2 });
const scope = (name: string) => ({
  name: fc.constant(name),
  operations,
  requesters,
  projects: fc.constantFrom(null, 'production' as const, ['search-*'], ['search-prod']),
  when: fc.constantFrom<Rule['when']>({}, {}, { label: ['production'] }),
});
const bounds = fc.record({
  lifetimeMaxMs: fc.constantFrom(null, 10, 20),
  scopes: fc.constantFrom(null, ['a'], ['a', 'b']),
});
const safeguards = fc.record({
  stepUp: fc.constantFrom(null, null, ...stepUps),
  dwellMs: fc.constantFrom(null, null, 0, 4000),
  vetoMs: fc.constantFrom(null, null, 0, 60_000),
  typed: fc.constantFrom(null, null, true, false),
});
const manner = fc.record({
  differentUnit: fc.constantFrom(null, null, true, false),
  inOrder: fc.constantFrom(null, null, true, false),
  notify: fc.constantFrom(null, ['g0']),
});
const rule = (name: string): fc.Arbitrary<Rule> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('permit' as const),
        ...scope(name),
        bounds,
        consent,
        manner,
        safeguards,
        standing: fc.constant(false),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('deny' as const), ...scope(name), why: fc.constant('No.') }),
    },
  );
const live = fc.record({
  default: fc.constantFrom(...liveModes),
  rules: fc.array(fc.record({ operations, requesters, mode: fc.constantFrom(...liveModes) }), { maxLength: 2 }),
});
const parts = {
  groups: fc.record({ g0: list, g1: list, s0: slack }),
  rules: fc.tuple(rule('One'), rule('Two'), rule('Three')),
  tiers: fc.record({ routine: consent, destructive: consent, critical: consent }),
  production: fc.subarray(['*-prod', 'search-*']),
  safeguards: fc.record({ routine: safeguards, destructive: safeguards, critical: safeguards }),
  live,
};

/** One small step from a policy: two of them that have nothing in common are always looser, and prove nothing. */
const step: fc.Arbitrary<(policy: Policy) => Policy> = fc.oneof(
  parts.production.map((production) => (policy: Policy) => ({ ...policy, production })),
  parts.safeguards.map((given) => (policy: Policy) => ({ ...policy, safeguards: given })),
  live.map((given) => (policy: Policy) => ({ ...policy, live: given })),
  fc
    .constantFrom(...liveModes)
    .map((mode) => (policy: Policy) => ({ ...policy, live: { ...policy.live, default: mode } })),
  fc.tuple(fc.constantFrom('g0', 'g1'), people).map(([name, ids]) => (policy: Policy) => ({
    ...policy,
    groups: { ...policy.groups, [name]: { ...noSettings, kind: 'list' as const, people: ids } },
  })),
  fc.tuple(fc.constantFrom('g0', 'g1'), fc.record(standIn)).map(([name, given]) => (policy: Policy) => ({
    ...policy,
    groups: { ...policy.groups, [name]: { ...policy.groups[name], ...given } as Group },
  })),
  slack.map((group) => (policy: Policy) => ({ ...policy, groups: { ...policy.groups, s0: group } })),
  fc.constantFrom('p0', 'p1', 'p2').map((gone) => (policy: Policy) => ({
    ...policy,
    people: Object.fromEntries(Object.entries(policy.people).filter(([id]) => id !== gone)),
  })),
  fc.nat(2).map((i) => (policy: Policy) => ({ ...policy, rules: policy.rules.toSpliced(i, 1) })),
  fc.tuple(fc.nat(3), rule('New')).map(([i, one]) => (policy: Policy) => ({
    ...policy,
    rules: policy.rules.toSpliced(i, 0, one),
  })),
  fc.tuple(fc.nat(2), rule('Two')).map(([i, one]) => (policy: Policy) => ({
    ...policy,
    rules: policy.rules.toSpliced(i, 1, one),
  })),
  fc.constant((policy: Policy) => ({ ...policy, rules: policy.rules.toReversed() })),
  fc
    .tuple(
      fc.nat(2),
      fc.constantFrom<Partial<Rule>>(
        { requesters: ['p0'] },
        { projects: ['search-prod'] },
        { operations: ['keys.issue'] },
      ),
    )
    .map(([i, narrower]) => (policy: Policy) => ({
      ...policy,
      rules: policy.rules.map((each, at) => (at === i ? ({ ...each, ...narrower } as Rule) : each)),
    })),
  fc
    .tuple(
      fc.nat(2),
      fc.oneof(
        safeguards.map((given) => ({ safeguards: given })),
        manner.map((given) => ({ manner: given })),
      ),
    )
    .map(([i, given]) => (policy: Policy) => ({
      ...policy,
      rules: policy.rules.map((each, at) => (at === i && each.kind === 'permit' ? { ...each, ...given } : each)),
    })),
  fc.tuple(fc.nat(2), consent).map(([i, given]) => (policy: Policy) => ({
    ...policy,
    rules: policy.rules.map((each, at) => (at === i && each.kind === 'permit' ? { ...each, consent: given } : each)),
  })),
);
const pair = fc.tuple(fc.record(parts), fc.array(step, { minLength: 1, maxLength: 3 })).map(([given, steps]) => {
  const was: Policy = { ...BASE, people: PEOPLE, ...given };
  return { was, is: steps.reduce((policy, take) => take(policy), was), vocabulary };
});

const members: fc.Arbitrary<Members> = fc.oneof(
  fc.record({ known: fc.constant(true as const), slackIds: fc.subarray(ACCOUNTS) }),
  fc.constant({ known: false as const, why: 'Slack did not answer' }),
);
const asking = fc.record({
  operation: fc.constantFrom(...vocabulary.operations),
  by: fc.constantFrom(...ACCOUNTS),
  email: fc.option(fc.constantFrom('p0@acme.example', 'p2@acme.example')),
  members: fc.record({ s0: members }),
  project: fc.constantFrom(null, { id: 'proj_1', name: 'search-prod' }, { id: 'proj_2', name: 'search-dev' }),
  now: fc.constantFrom(0, 15, 25),
  bounds: fc.record({ lifetimeMs: fc.constantFrom(5, 15, 25), scopes: fc.constantFrom([], ['a'], ['b']) }),
});
type Asking = typeof asking extends fc.Arbitrary<infer T> ? T : never;

function factsFor(policy: Policy, { by, email, ...rest }: Asking): PolicyFacts {
  const beneficiary = email === null ? null : personByEmail(policy, email);
  const requester = { slackId: by, personId: personOf(policy, by) };
  return { ...nothingKnown, ...rest, beneficiary, requester, askedAt: 0 };
}

/** Whether these accounts, each of which said yes, are enough. Tries every way of seating. */
function suffice(requirements: readonly Requirement[], accounts: readonly string[]): boolean {
  const seat = (i: number, open: number, used: ReadonlySet<string>): boolean => {
    const one = requirements[i];
    if (one === undefined) return true;
    if (open === 0) return seat(i + 1, requirements[i + 1]?.count ?? 0, used);
    return one.eligible.some(
      ({ person: who, slackIds }) =>
        !used.has(who) && slackIds.some((id) => accounts.includes(id)) && seat(i, open - 1, new Set([...used, who])),
    );
  };
  return seat(0, requirements[0]?.count ?? 0, new Set());
}

const subsets = ACCOUNTS.reduce<readonly (readonly string[])[]>(
  (all, one) => [...all, ...all.map((each) => [...each, one])],
  [[]],
);

function isNoWider(before: Verdict, after: Verdict): boolean {
  if (after.kind === 'deny') return true;
  if (before.kind === 'deny') return false;
  if (liveModes.indexOf(after.mode) > liveModes.indexOf(before.mode)) return false;
  const kept = strictest(after.safeguards, before.safeguards);
  if (JSON.stringify(kept) !== JSON.stringify(strictest(after.safeguards, after.safeguards))) return false;
  if (before.manner.differentUnit && !after.manner.differentUnit) return false;
  if (before.manner.inOrder && !after.manner.inOrder) return false;
  return subsets.every((accounts) => !suffice(after.requirements, accounts) || suffice(before.requirements, accounts));
}

describe('where a comparison finds nothing looser', () => {
  test('the new policy permits nothing that the old one refused, goes no further and is met by no fewer people', () => {
    let tight = 0;
    fc.assert(
      fc.property(pair, fc.array(asking, { minLength: 10, maxLength: 10 }), (given, asks) => {
        if (loosens(comparePolicies(given))) return;
        tight += 1;
        for (const ask of asks) {
          const verdicts = [
            evaluate(given.was, factsFor(given.was, ask)),
            evaluate(given.is, factsFor(given.is, ask)),
          ] as const;
          expect(isNoWider(...verdicts)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
    // A comparison that called everything looser would pass the rest of this test too.
    expect(tight).toBeGreaterThan(200);
  });

  test('a policy compared with itself has no differences', () => {
    fc.assert(
      fc.property(pair, ({ was }) => {
        expect(comparePolicies({ was, is: was, vocabulary })).toEqual([]);
      }),
    );
  });
});
