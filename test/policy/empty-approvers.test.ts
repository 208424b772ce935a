import { describe, expect, test } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import type { Policy } from '#policy/policy.ts';
import { BEA, ERIN, factsOf, people, policyText, policyWith, problemsIn, refusalOf, rules } from './fixture.ts';

// GHSA-49cg-279w-m73x: a list of approvers that came out empty counted as permission.
const changes = catalogue.filter(({ kind }) => kind === 'change');
const everything = rules("name: All, operations: '*', requesters: everyone, from: on-call");

/** Answers to every change there is, with these members of the one group that is asked. */
function answers(policy: Policy, members: PolicyFacts['members'], more: Partial<PolicyFacts> = {}) {
  return changes.map((operation) =>
    evaluate(policy, {
      ...factsOf({ policy, by: ERIN, operation: 'keys.issue', members }),
      operation,
      ...more,
    }),
  );
}

const bea = slackUserId(BEA);
// What every policy lets people ask for, because a state could not be ended otherwise, asks groups of its own.
const exempt = new Set(['policy.adopt', 'freezes.thaw', 'debts.close', 'people.bind']);

describe('GHSA-49cg-279w-m73x · approvers who come out empty', () => {
  test.each<[string, Readonly<Record<string, Members>>]>([
    ['because nobody is in the group', { 'on-call': people() }],
    ['because only whoever asks is in it', { 'on-call': people(ERIN) }],
    ['because only people without an entry are in it', { 'on-call': people('U0STRANGER') }],
    ['because everybody joined too lately', { 'on-call': { known: true, slackIds: [bea], newcomers: [bea] } }],
    ['because Slack did not say', { 'on-call': { known: false, why: 'Slack did not answer' } }],
    ['because nobody asked Slack', {}],
  ])('permit no change whatever, %s', (_, members) => {
    const policy = policyWith(everything);
    for (const [i, verdict] of answers(policy, members).entries()) {
      if (exempt.has(changes[i]?.id ?? '')) continue;
      expect(refusalOf(verdict).code).toBe('policy.unreachable-quorum');
    }
  });

  test.each([
    ['nobody owns the project', { known: true, emails: [] }],
    ['nobody whom the policy knows owns it', { known: true, emails: ['stranger@acme.example'] }],
    ['OpenAI did not say who does', { known: false, why: 'OpenAI was silent' }],
  ] as const)('permit nothing where %s', (_, projectOwners) => {
    const policy = policyWith(rules("name: All, operations: '*', requesters: everyone, from: project-owners"));
    for (const [i, verdict] of answers(policy, {}, { projectOwners }).entries()) {
      if (!exempt.has(changes[i]?.id ?? '')) expect(verdict.kind).toBe('deny');
    }
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a group of nobody', { groups: 'groups: { approvers: [] }' }],
    ['approvers out of no group', { rules: "rules: [{ name: All, operations: '*', requesters: everyone, from: [] }]" }],
    [
      'a list of requirements that asks nothing',
      { rules: 'rules: [{ name: All, operations: keys.issue, requesters: everyone, approvals: [] }]' },
    ],
    [
      'no approver at all',
      { rules: 'rules: [{ name: All, operations: keys.issue, requesters: everyone, approvals: 0 }]' },
    ],
    [
      'no word about whom to ask',
      { tiers: '', rules: 'rules: [{ name: All, operations: keys.issue, requesters: everyone }]' },
    ],
  ])('are no policy to start with: %s', (_, sections) => {
    expect(problemsIn(policyText(sections)).length).toBeGreaterThan(0);
  });

  test('permit nothing either where a policy came to hold such a rule past the check of its file', () => {
    const policy = policyWith(everything);
    const [rule] = policy.rules;
    if (rule?.kind !== 'permit') throw new Error('The rule permits');
    for (const consent of [
      { kind: 'several' as const, asked: [] },
      { kind: 'several' as const, asked: [{ count: 1, from: [] }] },
      { kind: 'several' as const, asked: [{ count: 0, from: ['approvers'] }] },
      { kind: 'one' as const, count: 0, from: ['approvers'] },
      { kind: 'one' as const, count: 1, from: [] },
    ]) {
      const broken = { ...policy, rules: [{ ...rule, consent }] };
      for (const [i, verdict] of answers(broken, { 'on-call': people() }).entries()) {
        if (!exempt.has(changes[i]?.id ?? '')) expect(verdict.kind).toBe('deny');
      }
    }
  });
});
