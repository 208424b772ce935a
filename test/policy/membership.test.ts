import { describe, expect, test } from 'vitest';
import { evaluate } from '#policy/evaluate.ts';
import type { Members } from '#policy/facts.ts';
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

describe('a Slack group', () => {
  const policy = policyWith(rules("name: All, operations: '*', requesters: everyone, approvals: 1, from: [on-call]"));
  const ask = (members: Readonly<Record<string, Members>>) =>
    evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue', members }));

  test('gives its listed members, each human once', () => {
    expect(eligibleIn(ask({ 'on-call': people(BEA, SAM, BEA) }))).toEqual([['bea', 'sam']]);
  });

  test('gives nobody that the policy does not list', () => {
    expect(eligibleIn(ask({ 'on-call': people(STRANGER, SAM) }))).toEqual([['sam']]);
  });

  test('gives unlisted members where the policy lets them, as themselves', () => {
    const open = policyWith(rules("name: All, operations: '*', requesters: everyone, approvals: 1, from: [anybody]"));
    const members = { anybody: people(STRANGER, SAM, ERIN_ELSEWHERE) };
    const facts = factsOf({ policy: open, by: ERIN, operation: 'keys.issue', members });
    expect(eligibleIn(evaluate(open, facts))).toEqual([['sam', `slack:${STRANGER}`]]);
  });

  test.each<[string, Readonly<Record<string, Members>>, string]>([
    ['is empty', { 'on-call': people() }, 'nobody is left'],
    ['holds only whoever asks', { 'on-call': people(ERIN) }, 'nobody is left'],
    ['was not read', {}, 'Not readable right now: on-call (its members were not read)'],
    [
      'could not be read',
      { 'on-call': { known: false, why: 'Slack did not answer' } },
      'on-call (Slack did not answer)',
    ],
  ])('that %s lets nobody through, and the refusal says so', (_, members, words) => {
    const refusal = refusalOf(ask(members));
    expect(refusal.code).toBe('policy.unreachable-quorum');
    expect(refusal.rule).toContain(words);
  });

  test('that could not be read makes a denial for it count', () => {
    const frozen = policyWith(
      rules(
        'name: All, operations: changes, requesters: everyone',
        'name: No, operations: changes, requesters: [on-call], deny: true, why: On-call keeps out.',
      ),
    );
    const by = (members: Readonly<Record<string, Members>>) =>
      evaluate(frozen, factsOf({ policy: frozen, by: ERIN, operation: 'keys.issue', members }));
    expect(refusalOf(by({ 'on-call': { known: false, why: 'Slack did not answer' } }))).toMatchObject({
      code: 'policy.denied',
      rule: '“No”: On-call keeps out. It is for on-call, whose members are not known: Slack did not answer, so it counts.',
    });
    expect(refusalOf(by({ 'on-call': people(ERIN_ELSEWHERE) })).code).toBe('policy.denied');
    expect(by({ 'on-call': people(SAM) }).kind).toBe('permit');
  });

  test('that could not be read may switch live down and never up', () => {
    const live = (mode: string, otherwise: string) =>
      policyWith({
        live: `live: { default: ${otherwise}, rules: [{ operations: keys.issue, requesters: [on-call], mode: ${mode} }] }`,
      });
    const under = (mode: string, otherwise: string) => {
      const policy = live(mode, otherwise);
      const verdict = evaluate(policy, factsOf({ policy, by: ERIN, operation: 'keys.issue' }));
      return verdict.kind === 'permit' ? verdict.mode : verdict.refusal.code;
    };
    expect(under('on', 'plan-only')).toBe('plan-only');
    expect(under('plan-only', 'on')).toBe('plan-only');
    expect(under('off', 'on')).toBe('policy.off');
    expect(under('on', 'off')).toBe('policy.off');
  });
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'B17 · a group called %s, which no policy has, holds nobody and lets nobody ask',
  (name) => {
    const policy = policyWith(rules("name: All, operations: '*', requesters: everyone"));
    const [rule] = policy.rules;
    if (rule?.kind !== 'permit') throw new Error('The rule permits');
    const from = (names: readonly string[]) => ({
      ...policy,
      rules: [{ ...rule, consent: { kind: 'one' as const, count: 1, from: names } }],
    });
    const asking = { ...policy, rules: [{ ...rule, requesters: [name] }] };
    for (const each of [from([name]), asking]) {
      expect(evaluate(each, factsOf({ policy: each, by: ERIN, operation: 'keys.issue' })).kind).toBe('deny');
    }
  },
);
