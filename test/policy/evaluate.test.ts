import { describe, expect, test } from 'vitest';
import { personId } from '#domain/ids.ts';
import { evaluate } from '#policy/evaluate.ts';
import {
  BEA,
  eligibleIn,
  ERIN,
  ERIN_ELSEWHERE,
  factsOf,
  people,
  policyWith,
  refusalOf,
  rules,
  SAM,
  STRANGER,
} from './fixture.ts';

describe('a permit', () => {
  test('names the people who could consent, with the accounts that make them so', () => {
    const policy = policyWith();
    const verdict = evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue' }));
    expect(verdict).toMatchObject({ kind: 'permit', mode: 'on', rule: 'All' });
    expect(verdict.kind === 'permit' ? verdict.requirements : []).toEqual([
      {
        count: 1,
        from: ['approvers'],
        eligible: [
          { person: 'bea', slackIds: ['U0BEA00001'] },
          { person: 'omar', slackIds: ['U0OMAR0001'] },
          { person: 'sam', slackIds: ['U0SAM00001'] },
        ],
      },
    ]);
  });

  test('never counts whoever asks', () => {
    const policy = policyWith();
    expect(eligibleIn(evaluate(policy, factsOf({ policy, by: BEA, operation: 'keys.issue' })))).toEqual([
      ['omar', 'sam'],
    ]);
  });

  test('never counts whoever gains by it', () => {
    const policy = policyWith();
    const facts = factsOf({ policy, by: ERIN, operation: 'keys.issue', beneficiary: 'sam' });
    expect(eligibleIn(evaluate(policy, facts))).toEqual([['bea', 'omar']]);
  });

  test('never counts another account of whoever asks, even if it was listed only later', () => {
    const policy = policyWith(rules("name: All, operations: '*', requesters: everyone, approvals: 1, from: [on-call]"));
    const before = {
      ...factsOf({ policy, by: ERIN, operation: 'keys.issue', members: { 'on-call': people(ERIN_ELSEWHERE, SAM) } }),
    };
    const asUnlisted = { ...before, requester: { ...before.requester, personId: personId('slack:U0ERIN0001') } };
    expect(eligibleIn(evaluate(policy, before))).toEqual([['sam']]);
    expect(eligibleIn(evaluate(policy, asUnlisted))).toEqual([['sam']]);
  });

  test('never counts whoever asked, though the policy has forgotten the account they asked by', () => {
    const policy = policyWith({
      ...rules("name: All, operations: '*', requesters: everyone, approvals: 1, from: [everybody]"),
      groups: 'groups: { everybody: [erin, sam] }',
      tiers: '',
    });
    const facts = factsOf({ policy, by: 'U0FORMERLY', operation: 'keys.issue' });
    const verdict = evaluate(policy, { ...facts, requester: { ...facts.requester, personId: personId('erin') } });
    expect(eligibleIn(verdict)).toEqual([['sam']]);
  });

  test('of a read needs nobody, and is never plan-only', () => {
    const policy = policyWith({ live: 'live: plan-only' });
    const verdict = evaluate(policy, factsOf({ policy, by: STRANGER, operation: 'keys.list', project: null }));
    expect(verdict).toMatchObject({ kind: 'permit', mode: 'on', requirements: [] });
  });

  test('of a change that calls itself a read still needs the strictest consent', () => {
    const policy = policyWith();
    const facts = factsOf({ policy, by: ERIN, operation: 'keys.issue' });
    const verdict = evaluate(policy, { ...facts, operation: { ...facts.operation, tier: 'read' } });
    expect(verdict.kind === 'permit' ? verdict.requirements.map(({ count }) => count) : []).toEqual([2]);
  });

  test('comes from the first rule that fits', () => {
    const policy = policyWith(
      rules(
        'name: Bea alone, operations: keys.issue, requesters: [bea], approvals: 2',
        'name: Others, operations: keys.*, requesters: everyone',
      ),
    );
    expect(evaluate(policy, factsOf({ policy, by: BEA, operation: 'keys.issue' }))).toMatchObject({
      rule: 'Bea alone',
    });
    expect(evaluate(policy, factsOf({ policy, by: SAM, operation: 'keys.issue' }))).toMatchObject({ rule: 'Others' });
  });
});

describe('one person cannot stand in for two', () => {
  const both = rules(
    "name: All, operations: '*', requesters: everyone, approvals: [{ count: 1, from: approvers }, { count: 1, from: security }]",
  );

  test('of two overlapping groups', () => {
    const policy = policyWith({ ...both, groups: 'groups: { approvers: [sam, bea], security: [sam] }' });
    expect(evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue' })).kind).toBe('permit');
    expect(refusalOf(evaluate(policy, factsOf({ policy, by: BEA, operation: 'keys.issue' }))).code).toBe(
      'policy.unreachable-quorum',
    );
  });
});
