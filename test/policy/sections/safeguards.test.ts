import { describe, expect, test } from 'vitest';
import { parsePolicy } from '#policy/parse.ts';
import { safeguardsOf } from '#policy/safeguards-of.ts';
import { operationNamed, policyText, policyWith, vocabulary } from '../fixture.ts';

const tiers = (critical: string) =>
  `tiers: { routine: { from: approvers }, destructive: { from: approvers }, critical: { from: approvers${critical} } }`;

function asked(sections: Readonly<Record<string, string>>, id = 'projects.archive') {
  const policy = policyWith(sections);
  const [rule] = policy.rules;
  if (rule?.kind !== 'permit') throw new Error('The first rule permits');
  return safeguardsOf(policy, rule, operationNamed(id));
}

describe('what protects a decision', () => {
  test('is, where a file says nothing, four seconds with a critical plan, and nothing else', () => {
    expect(asked({})).toEqual({ stepUp: 'none', dwellMs: 4000, vetoMs: 0, typed: false });
    expect(asked({}, 'keys.issue')).toEqual({ stepUp: 'none', dwellMs: 0, vetoMs: 0, typed: false });
    expect(policyWith().takeBackMs).toBe(10_000);
  });

  test('is said for a tier', () => {
    const critical = ', step_up: passkey, dwell: 10s, veto: 10m, type_target: true';
    const strict = { stepUp: 'passkey', dwellMs: 10_000, vetoMs: 600_000, typed: true };
    expect(asked({ tiers: tiers(critical) })).toEqual(strict);
  });

  test('and by a rule, where it says something else', () => {
    const rules = "rules: [{ name: All, operations: '*', requesters: everyone, veto: 0s, step_up: code }]";
    expect(asked({ tiers: tiers(', step_up: passkey, veto: 10m'), rules })).toMatchObject({
      stepUp: 'code',
      vetoMs: 0,
      dwellMs: 4000,
    });
  });

  test.each([', dwell: 3m', ', dwell: 4', ', veto: 25h', ', veto: -1m', ', step_up: sms', ', type_target: maybe'])(
    'refuses %s',
    (critical) => {
      const parsed = parsePolicy(policyText({ tiers: tiers(critical) }), 'policy.yml', vocabulary);
      expect(parsed.kind).toBe('problems');
    },
  );
});
