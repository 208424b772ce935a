import { describe, expect, test } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { evaluate } from '#policy/evaluate.ts';
import { explain } from '#policy/explain.ts';
import type { Members } from '#policy/facts.ts';
import type { Verdict } from '#policy/verdict.ts';
import { factsOf, policyIn, policyWith, shipped } from './fixture.ts';

const people = (...slackIds: readonly string[]): Members => ({
  known: true,
  slackIds: slackIds.map((id) => slackUserId(id)),
});
const ERIN = 'U0ERIN0001';
const ERIN_ELSEWHERE = 'U0ERIN0002';
const BEA = 'U0BEA00001';
const SAM = 'U0SAM00001';
const STRANGER = 'U0STRANGER';

function eligibleIn(verdict: Verdict): readonly (readonly string[])[] {
  return verdict.kind === 'permit'
    ? verdict.requirements.map(({ eligible }) => eligible.map(({ person }) => person))
    : [];
}

function refusalOf(verdict: Verdict) {
  if (verdict.kind === 'permit') throw new Error(`Permitted by ${verdict.rule}`);
  return verdict.refusal;
}

const rules = (...lines: readonly string[]) => ({
  rules: ['rules:', ...lines.map((line) => `  - { ${line} }`)].join('\n'),
});

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

describe('a refusal says what, the one rule, and who can', () => {
  const policy = policyIn(shipped('policies/two-person-critical.yml'));
  const WEEK = 7 * 86_400_000;
  const small = { lifetimeMs: WEEK, scopes: ['api.model.request'] };

  test.each([
    {
      name: 'by a denial, wherever it stands',
      asked: { by: 'U0MILO0001', operation: 'keys.issue', project: 'search-prod', bounds: small },
      refusal: {
        code: 'policy.denied',
        what: 'keys.issue in search-prod is not allowed.',
        rule: '“Contractors keep out of production”: Contractors work in development projects; ask a colleague to do it.',
        whoCan: 'Nobody can while this rule stands. The policy’s owners can change it.',
      },
    },
    {
      name: 'by the bound of the rule that came nearest',
      asked: {
        by: 'U0INES0001',
        operation: 'keys.issue',
        project: 'search-prod',
        bounds: { ...small, lifetimeMs: 8 * 86_400_000 },
      },
      refusal: {
        code: 'policy.no-rule',
        what: 'keys.issue in search-prod is not allowed for Ines Fabre.',
        rule: 'The rule “Production keys live a week and need a lead and security” allows at most 7 days, and this asks for 8 days.',
        whoCan: 'Ask within what the rule allows.',
      },
    },
    {
      name: 'for want of any rule',
      asked: { by: 'U0INES0001', operation: 'projects.archive', project: 'search-prod' },
      refusal: {
        code: 'policy.no-rule',
        what: 'projects.archive in search-prod is not allowed for Ines Fabre.',
        rule: 'No rule of the policy is about projects.archive.',
        whoCan: 'Nobody can until a rule says who.',
      },
    },
    {
      name: 'because enough distinct people are not to be found',
      asked: { by: 'U0LENA0001', operation: 'keys.issue', project: 'search-prod', bounds: small, beneficiary: 'kamal' },
      refusal: {
        code: 'policy.unreachable-quorum',
        what: 'keys.issue in search-prod could never be approved, so it was not sent.',
        rule: 'It needs 1 person from leads and 1 person from security; without whoever asks or gains by it, only Ines Fabre and Jonas Weil are left.',
        whoCan:
          'Somebody outside leads or security can ask for it, or the policy’s owners can add a person to leads or security.',
      },
    },
  ])('$name', ({ asked, refusal }) => {
    expect(refusalOf(evaluate(policy, factsOf({ policy, ...asked })))).toMatchObject(refusal);
  });

  test('because the requester is not among those a rule is for', () => {
    const narrow = policyWith(rules('name: Security only, operations: keys.revoke, requesters: [security, bea]'));
    expect(refusalOf(evaluate(narrow, factsOf({ policy: narrow, by: ERIN, operation: 'keys.revoke' })))).toMatchObject({
      code: 'policy.no-rule',
      rule: 'The rule “Security only” is for security, bea, and Erin Vale is not among them.',
      whoCan: 'People in security or bea can.',
    });
  });

  test('because it is switched off, also for reads', () => {
    const off = policyWith({ live: 'live: { default: on, rules: [{ operations: keys.*, mode: off }] }' });
    for (const operation of ['keys.issue', 'keys.list']) {
      expect(refusalOf(evaluate(off, factsOf({ policy: off, by: ERIN, operation }))).code).toBe('policy.off');
    }
    expect(evaluate(off, factsOf({ policy: off, by: ERIN, operation: 'projects.list' })).kind).toBe('permit');
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

describe('an explanation', () => {
  test('shows as a tree what was looked at and what it said', () => {
    const policy = policyIn(shipped('policies/two-person-critical.yml'));
    const facts = factsOf({
      policy,
      by: 'U0INES0001',
      operation: 'keys.issue',
      project: 'search-dev',
      bounds: { lifetimeMs: 86_400_000, scopes: [] },
    });
    expect(explain(evaluate(policy, facts).reasons)).toEqual([
      '✓ keys.issue in search-dev is allowed with 1 person from leads.',
      '  ✗ The denial “Contractors keep out of production” does not fit.',
      '    ✓ It covers keys.issue.',
      '    ✗ It is about production projects, not search-dev.',
      '    ✗ It is for contractors, and Ines Fabre is not among them.',
      '  ✓ keys.issue is on, by the default.',
      '  ✗ The rule “Everyone may look” does not fit.',
      '    ✗ It is about reads, not keys.issue.',
      '    ✓ It is for everyone.',
      '  ✗ The rule “Production keys live a week and need a lead and security” does not fit.',
      '    ✓ It covers keys.issue.',
      '    ✗ It is about production projects, not search-dev.',
      '    ✓ It is for everyone.',
      '    ✓ It allows at most 7 days, and this asks for 1 day.',
      '    ✗ It allows the scopes api.model.request, api.responses.write, and this has no limit of its own.',
      '  ✓ The rule “Development keys” fits.',
      '    ✓ It covers keys.issue.',
      '    ✓ It is about *-dev, *-test, which search-dev is.',
      '    ✓ It is for everyone.',
      '    ✓ It allows at most 30 days, and this asks for 1 day.',
      '  ✓ 1 person from leads must consent.',
      '    ✓ leads: jonas, kamal could.',
    ]);
  });
});
