import { describe, expect, test } from 'vitest';
import { evaluate } from '#policy/evaluate.ts';
import { ERIN, factsOf, policyIn, policyWith, refusalOf, rules, shipped } from './fixture.ts';

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
