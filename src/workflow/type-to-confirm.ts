import { isProduction } from '#policy/production.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';

/** Name to be typed before Send: the target's, for anything destructive or worse in a project marked production. */
export function typeToConfirm(house: House, record: PlannedRequest): string | null {
  const { plan } = record.terms;
  const isGrave = plan.tier === 'destructive' || plan.tier === 'critical';
  return isGrave && isInProduction(house, record) ? plan.target.name : null;
}

export function isInProduction(house: House, record: PlannedRequest): boolean {
  const { project } = record.terms.plan;
  return project !== null && isProduction(house.policy().policy, project);
}
