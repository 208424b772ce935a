import { describe, expect, test } from 'vitest';
import type { Plan } from '#operations/plan.ts';
import { refuseHere, tierHere } from '#workflow/as-here.ts';
import { sampleRequest } from '../storage/sample-request.ts';
import { smallPolicy } from '../support/small-policy.ts';

const sample = sampleRequest(1).terms.plan;
const plan = (more: Partial<Plan>): Plan => ({ ...sample, tier: 'destructive', ...more });
const raise = (beforeCents: number, amountCents: number | null) => plan({ bounds: { beforeCents, amountCents } });
const limited = (text: string) => smallPolicy(['limits: {', `limits: { ${text},`]).policy;
const shielded = smallPolicy(['live: on', 'protected: [proj_search]\n\nlive: on']).policy;

describe('F4 · a limit that is raised', () => {
  const policy = limited('raise_factor: 2, raise_ceiling: $1000');

  test.each([
    [10_000, 20_000, 'destructive'],
    [10_000, 20_001, 'critical'],
    [10_000, null, 'critical'],
    [10_000, 5_000, 'destructive'],
  ] as const)('from %i to %s cents is %s', (before, after, tier) => {
    expect(tierHere(policy, raise(before, after))).toBe(tier);
  });

  test.each([
    [200, 'destructive'],
    [201, 'critical'],
    [100_000, 'critical'],
  ] as const)('to %i percent of what it was is %s', (raisedPercent, tier) => {
    expect(tierHere(policy, plan({ bounds: { raisedPercent } }))).toBe(tier);
  });

  test('is refused above the ceiling, to the cent, and where it is taken away', () => {
    expect(refuseHere(policy, raise(90_000, 100_000))).toBeNull();
    expect(refuseHere(policy, raise(90_000, 100_001))).toMatchObject({ code: 'policy.ceiling' });
    expect(refuseHere(policy, raise(90_000, null))).toMatchObject({ code: 'policy.ceiling' });
    expect(refuseHere(policy, raise(200_000, 150_000))).toBeNull();
  });

  test('is as the operation says where the policy says nothing', () => {
    const { policy: silent } = smallPolicy();
    expect(tierHere(silent, raise(1, 1_000_000))).toBe('destructive');
    expect(refuseHere(silent, raise(1, 1_000_000))).toBeNull();
  });
});

describe('F5 · what is protected', () => {
  const inverse = { verdict: 'none', sentence: 'Nothing brings it back.', operation: null, input: null } as const;

  test('is critical to change, and is not ended for good', () => {
    expect(tierHere(shielded, plan({}))).toBe('critical');
    expect(refuseHere(shielded, plan({}))).toBeNull();
    expect(refuseHere(shielded, plan({ inverse }))).toMatchObject({ code: 'policy.protected' });
  });

  test('is only what the policy names', () => {
    const other = { kind: 'project', id: 'proj_other', name: 'other' };
    expect(tierHere(shielded, plan({ target: other }))).toBe('destructive');
    expect(refuseHere(shielded, plan({ target: other, inverse }))).toBeNull();
  });
});
