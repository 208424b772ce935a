import type { Organization } from '../organization.ts';
import type { Place } from '../place.ts';
import { flowOf } from './flow.ts';
import { lineItemsOf } from './prices.ts';

/** What the organization or a project has cost since the month of UTC began, in US cents. */
export function monthToDateCents(organization: Organization, place: Place, untilSec: number): number {
  const until = new Date(untilSec * 1000);
  const monthStartSec = Date.UTC(until.getUTCFullYear(), until.getUTCMonth()) / 1000;
  const usd = flowOf(organization)
    .filter(({ projectId }) => place.kind === 'organization' || projectId === place.id)
    .flatMap((traffic) => lineItemsOf(traffic, monthStartSec, untilSec))
    .reduce((sum, item) => sum + item.usd, 0);
  return usd * 100;
}
