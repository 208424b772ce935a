import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import type { Plan } from '#operations/plan.ts';
import type { Policy } from '#policy/policy.ts';
import { isProtected } from '#policy/protected.ts';

/** How many times as much a limit lets through afterwards; 1 where none is raised, without end where one is taken away. */
function timesRaised({ bounds }: Plan): number {
  const { raisedPercent, amountCents, beforeCents } = bounds;
  if (typeof raisedPercent === 'number') return raisedPercent / 100;
  if (typeof beforeCents !== 'number' || amountCents === undefined) return 1;
  if (typeof amountCents !== 'number') return Number.POSITIVE_INFINITY;
  return amountCents > beforeCents ? amountCents / beforeCents : 1;
}

/** How dangerous a plan is in this organization: what is protected, and a limit that is raised by much, are critical whatever the operation. */
export function tierHere(policy: Policy, plan: Plan): Tier {
  const { raiseFactor } = policy.limits;
  const isGrave = isProtected(policy, plan.target) || (raiseFactor !== null && timesRaised(plan) > raiseFactor);
  return isGrave ? 'critical' : plan.tier;
}

/** What this organization does not let happen at all, however many agree; null where it does. */
export function refuseHere(policy: Policy, plan: Plan): Refusal | null {
  const { target, inverse, bounds } = plan;
  if (isProtected(policy, target) && inverse.verdict === 'none') {
    return refuse('policy.protected', {
      what: `${target.name} is protected, and this cannot be undone.`,
      rule: 'What stands under protected in the policy is not ended for good.',
      whoCan: 'Whoever changes the policy: take it off that list first.',
    });
  }
  const ceiling = policy.limits.raiseCeilingCents;
  if (ceiling === null || bounds['amountCents'] === undefined || timesRaised(plan) <= 1) return null;
  const wanted = bounds['amountCents'];
  if (typeof wanted === 'number' && wanted <= ceiling) return null;
  return refuse('policy.ceiling', {
    what:
      typeof wanted === 'number'
        ? `${formatCents(wanted)} is more than may be set here.`
        : 'A limit is never taken away here.',
    rule: `The policy lets limits be raised up to ${formatCents(ceiling)}.`,
    whoCan: 'Whoever changes the policy: limits, raise_ceiling.',
  });
}
