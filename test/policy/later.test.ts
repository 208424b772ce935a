import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { evaluate } from '#policy/evaluate.ts';
import { eligibleIn, factsOf, policyText, policyWith, problemsIn, STRANGER } from './fixture.ts';

const MONDAY = Date.UTC(2026, 10, 23, 9, 0);
const groups = (approvers: string) => ({
  groups: `groups: { approvers: { people: [bea, omar]${approvers} }, security: { people: [sam], fallback: leads, escalate_after: 1h }, leads: [erin] }`,
});
const AFTER_TWO = ', fallback: security, escalate_after: 2h';

function judged(approvers: string, { askedAt = MONDAY, now }: { readonly askedAt?: number; readonly now: number }) {
  const policy = policyWith(groups(approvers));
  return evaluate(policy, factsOf({ policy, by: STRANGER, operation: 'keys.issue', facts: { askedAt, now } }));
}

const requirementsIn = (verdict: ReturnType<typeof judged>) => (verdict.kind === 'permit' ? verdict.requirements : []);

describe('a group that stands in for a silent one', () => {
  test('may take the same seat once its time has come, and not a moment before', () => {
    const before = judged(AFTER_TWO, { now: MONDAY + 2 * hourMs - 1 });
    expect(eligibleIn(before)).toEqual([['bea', 'omar']]);
    expect(requirementsIn(before)).toMatchObject([
      { count: 1, from: ['approvers'], later: [{ from: 'security', at: MONDAY + 2 * hourMs }] },
    ]);
    const after = judged(AFTER_TWO, { now: MONDAY + 2 * hourMs });
    expect(eligibleIn(after)).toEqual([['bea', 'omar', 'sam']]);
    expect(requirementsIn(after)).toMatchObject([{ count: 1, from: ['approvers', 'security'] }]);
    expect(requirementsIn(after)[0]?.eligible.map(({ since }) => since)).toEqual([
      undefined,
      undefined,
      MONDAY + 2 * hourMs,
    ]);
  });

  test('is not stood in for in its turn', () => {
    expect(eligibleIn(judged(AFTER_TWO, { now: MONDAY + 70 * hourMs }))).toEqual([['bea', 'omar', 'sam']]);
  });

  test('waits for the hours of the group it stands in for', () => {
    const hours = ', hours: { from: "09:00", to: "17:00", zone: UTC }';
    const friday = Date.UTC(2026, 10, 27, 16, 0);
    const monday = Date.UTC(2026, 10, 30, 10, 0);
    const verdict = judged(`${AFTER_TWO}${hours}`, { askedAt: friday, now: friday });
    expect(requirementsIn(verdict)).toMatchObject([{ later: [{ from: 'security', at: monday }] }]);
    expect(eligibleIn(judged(`${AFTER_TWO}${hours}`, { askedAt: friday, now: monday - minuteMs }))).toEqual([
      ['bea', 'omar'],
    ]);
  });

  test('is never asked where the policy does not say when', () => {
    expect(requirementsIn(judged(', fallback: security', { now: MONDAY + 70 * hourMs }))).toEqual([
      expect.objectContaining({ from: ['approvers'] }),
    ]);
  });

  test('never makes it fewer people, and before its moment nobody of it counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 71 * 60 }), fc.integer({ min: 30, max: 3 * 24 * 60 }), (waited, after) => {
        const now = MONDAY + waited * minuteMs;
        const [requirement] = requirementsIn(judged(`, fallback: security, escalate_after: ${after}m`, { now }));
        expect(requirement?.count).toBe(1);
        const isThere = requirement?.eligible.some(({ person }) => person === 'sam') === true;
        expect(isThere).toBe(waited >= after);
      }),
    );
  });

  test('is explained', () => {
    const verdict = judged(AFTER_TWO, { now: MONDAY });
    expect(JSON.stringify(verdict.reasons)).toContain('From 2026-11-23 11:00 UTC also security.');
  });
});

describe('a policy file', () => {
  test.each([
    [', escalate_after: 2h', 'Say with fallback which group is asked then.'],
    [', fallback: security, escalate_after: 29m', 'from 30m to 3d'],
    [', fallback: security, escalate_after: 4d', 'from 30m to 3d'],
    [', fallback: security, escalate_after: 2', 'from 30m to 3d'],
  ])('with %s is refused', (approvers, sentence) => {
    expect(problemsIn(policyText(groups(approvers))).join('\n')).toContain(sentence);
  });
});
