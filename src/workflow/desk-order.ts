import { tiers } from '#domain/tier.ts';
import { isProduction } from '#policy/production.ts';
import type { Policy } from '#policy/policy.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { isUrgent } from './replace-window.ts';

/** How much depends on a look at it: its tier, and within a tier whether it is production. */
function riskOf(policy: Policy, { terms }: PlannedRequest): number {
  const { tier, project } = terms.plan;
  return 2 * tiers.indexOf(tier) + Number(project !== null && isProduction(policy, project));
}

/** For whoever decides: what stands still until they do, then the riskiest, then what waits longest. */
export function inOrderOfRisk(policy: Policy, records: readonly PlannedRequest[]): readonly PlannedRequest[] {
  return records.toSorted(
    (one, other) =>
      Number(isUrgent(other)) - Number(isUrgent(one)) ||
      riskOf(policy, other) - riskOf(policy, one) ||
      one.createdAt - other.createdAt ||
      (one.terms.id < other.terms.id ? -1 : 1),
  );
}
