import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId, type PersonId, slackUserId } from '#domain/ids.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { personOf } from '#policy/people.ts';
import type { Group, Policy, Rule } from '#policy/policy.ts';
import type { Requirement } from '#policy/verdict.ts';
import { noManner, noSettings, nothingKnown, operationNamed, policyWith, vocabulary } from './fixture.ts';

// Five humans, some with two accounts, and two accounts of nobody we know.
const PEOPLE: Policy['people'] = Object.fromEntries(
  [['U0A000001', 'U0A000002'], ['U0B000001'], ['U0C000001', 'W0C000002'], ['U0D000001'], ['U0E000001']].map(
    (slackIds, i) => [
      `p${i}`,
      { name: `Person ${i}`, slackIds: slackIds.map((id) => slackUserId(id)), openaiEmail: null, unit: null },
    ],
  ),
);
const ACCOUNTS = [
  ...Object.values(PEOPLE).flatMap(({ slackIds }) => slackIds),
  slackUserId('U0X000001'),
  slackUserId('U0X000002'),
];
const BASE = policyWith();
const NAMES = ['g0', 'g1', 'g2', 'missing'];

const account = fc.constantFrom(...ACCOUNTS);
const person = fc.constantFrom(...Object.keys(PEOPLE), 'gone').map((id) => personId(id));
const settings = {
  unit: fc.constant(null),
  hours: fc.constant(null),
  fallback: fc.option(fc.constantFrom(...NAMES)),
  escalateAfterMs: fc.option(fc.integer({ min: 1, max: 10_000 })),
};
const group: fc.Arbitrary<Group> = fc.oneof(
  fc.record({ ...settings, kind: fc.constant('list' as const), people: fc.array(person, { maxLength: 4 }) }),
  fc.record({
    ...settings,
    kind: fc.constant('slack' as const),
    slackGroup: fc.constant('S0GROUP001'),
    allowUnlisted: fc.boolean(),
  }),
);
const members: fc.Arbitrary<Members> = fc.oneof(
  fc.record({ known: fc.constant(true as const), slackIds: fc.array(account, { maxLength: 5 }) }),
  fc.constant({ known: false as const, why: 'Slack did not answer' }),
);
// Also counts that no file could hold: whatever a policy says, nothing may slip through.
const asked = fc.record({
  count: fc.integer({ min: -1, max: 4 }),
  from: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
});
const consent = fc.oneof(
  fc.record({ kind: fc.constant('several' as const), asked: fc.array(asked, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('one' as const),
    count: fc.option(fc.integer({ min: 0, max: 3 })),
    from: fc.option(fc.array(fc.constantFrom(...NAMES), { maxLength: 2 })),
  }),
);
const scope = {
  name: fc.constant('One'),
  operations: fc.subarray(['keys.*', 'reads', 'changes', '*']),
  requesters: fc.oneof(
    fc.constant('everyone' as const),
    fc.array(fc.constantFrom(...NAMES, 'p0', 'p1'), { maxLength: 2 }),
  ),
  projects: fc.constantFrom(null, 'production' as const, ['search-*']),
  when: fc.constant({}),
};
const rule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('permit' as const),
      ...scope,
      bounds: fc.constant({ lifetimeMaxMs: null, scopes: null }),
      consent,
      safeguards: fc.constant({ stepUp: null, dwellMs: null, vetoMs: null, typed: null }),
      manner: fc.constant(noManner),
      standing: fc.constant(false),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('deny' as const), ...scope, why: fc.constant('No.') }) },
);
const groups = fc.record({ g0: group, g1: group, g2: group }, { requiredKeys: [] });
const policy: fc.Arbitrary<Policy> = fc
  .record({
    groups,
    rules: fc.array(rule, { maxLength: 4 }),
    tiers: fc.record({ routine: consent, destructive: consent, critical: consent }),
  })
  .map((parts) => ({ ...BASE, people: PEOPLE, ...parts }));

const facts = fc.record({
  operation: fc.constantFrom(...vocabulary.operations),
  by: account,
  beneficiary: fc.option(person),
  members: fc.dictionary(fc.constantFrom('g0', 'g1', 'g2'), members),
  project: fc.constantFrom(null, { id: 'proj_1', name: 'search-prod' }),
});

function factsFor(
  policyGiven: Policy,
  { by, ...rest }: typeof facts extends fc.Arbitrary<infer T> ? T : never,
): PolicyFacts {
  return {
    ...rest,
    requester: { slackId: by, personId: personOf(policyGiven, by) },
    bounds: {},
    ...nothingKnown,
    now: 0,
  };
}

/** Tries every way of seating: slow, plain, and nothing like the code under test. */
function canSeat(requirements: readonly Requirement[], used: ReadonlySet<PersonId> = new Set()): boolean {
  const [first, ...rest] = requirements;
  if (first === undefined) return true;
  if (first.count === 0) return canSeat(rest, used);
  return first.eligible.some(
    ({ person: one }) =>
      !used.has(one) && canSeat([{ ...first, count: first.count - 1 }, ...rest], new Set([...used, one])),
  );
}

describe('whatever the policy and whoever is in its groups', () => {
  const cases = fc.tuple(policy, facts);

  test('a permitted change has requirements that distinct other people can meet', () => {
    fc.assert(
      fc.property(cases, ([given, raw]) => {
        const asking = factsFor(given, raw);
        const verdict = evaluate(given, asking);
        if (verdict.kind === 'deny' || asking.operation.kind === 'read') return;
        expect(verdict.requirements.length).toBeGreaterThan(0);
        expect(verdict.requirements.every(({ count }) => count >= 1)).toBe(true);
        expect(canSeat(verdict.requirements)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('who could consent is never the requester, the beneficiary, an account of theirs, or from a set that is not known', () => {
    fc.assert(
      fc.property(cases, ([given, raw]) => {
        const asking = factsFor(given, raw);
        const verdict = evaluate(given, asking);
        if (verdict.kind === 'deny') return;
        for (const { from, eligible } of verdict.requirements) {
          for (const { person: one, slackIds } of eligible) {
            expect(one).not.toBe(asking.requester.personId);
            expect(one).not.toBe(asking.beneficiary);
            expect(slackIds).not.toContain(asking.requester.slackId);
            expect(slackIds.every((id) => personOf(given, id) === one)).toBe(true);
            expect(from.some((name) => mayGive(given, asking, { name, one }))).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('taking people out of groups never turns a refusal into a permit', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('g0', 'g1', 'g2'), ([given, raw], name) => {
        const asking = factsFor(given, raw);
        const emptied: Policy = {
          ...given,
          rules: given.rules.filter(({ kind }) => kind === 'permit'),
          groups: {
            ...given.groups,
            [name]: { ...noSettings, kind: 'slack', slackGroup: 'S0GROUP001', allowUnlisted: true },
          },
        };
        const full: Policy = { ...given, rules: emptied.rules };
        const isOpen = full.rules.every(({ requesters }) => requesters === 'everyone');
        const unread = { ...asking, members: { ...asking.members, [name]: { known: false as const, why: 'gone' } } };
        if (isOpen && evaluate(full, asking).kind === 'deny') expect(evaluate(emptied, unread).kind).toBe('deny');
      }),
      { numRuns: 1_000 },
    );
  });

  test('a policy without rules permits nothing at all', () => {
    fc.assert(
      fc.property(policy, facts, (given, raw) => {
        const empty = { ...given, rules: [] };
        expect(evaluate(empty, factsFor(empty, raw)).kind).toBe('deny');
      }),
    );
  });

  test('a denial for everyone refuses, whatever stands beside it', () => {
    const deny: Rule = {
      kind: 'deny',
      name: 'No',
      operations: ['*'],
      requesters: 'everyone',
      projects: null,
      when: {},
      why: 'No.',
    };
    fc.assert(
      fc.property(policy, facts, fc.nat(4), (given, raw, at) => {
        const closed = { ...given, rules: given.rules.toSpliced(at, 0, deny) };
        expect(evaluate(closed, factsFor(closed, raw))).toMatchObject({
          kind: 'deny',
          refusal: { code: 'policy.denied' },
        });
      }),
    );
  });
});

function mayGive(
  given: Policy,
  { members: read }: PolicyFacts,
  { name, one }: { name: string; one: PersonId },
): boolean {
  const found = given.groups[name];
  if (found === undefined) return false;
  if (found.kind === 'list') return found.people.includes(one);
  const known = read[name];
  const isListed = Object.hasOwn(given.people, one);
  return (
    known?.known === true &&
    (isListed || found.allowUnlisted) &&
    known.slackIds.some((id) => personOf(given, id) === one)
  );
}

test('the vocabulary of these tests holds reads and changes of every tier', () => {
  expect(new Set(vocabulary.operations.map(({ tier }) => tier)).size).toBe(4);
  expect(operationNamed('keys.issue').kind).toBe('change');
});
