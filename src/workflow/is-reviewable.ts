import { safeguardsAsked } from '#approvals/safeguards.ts';
import type { PlannedRequest } from './ports/requests.ts';

/**
 * Whether a request may be decided on in a row with others: routine, and under no rule that wants a look of its own. Whatever destroys or
 * is critical is looked at alone.
 */
export function isReviewable({ terms }: PlannedRequest): boolean {
  const { stepUp, dwellMs } = safeguardsAsked(terms);
  return terms.plan.tier === 'routine' && stepUp === 'none' && dwellMs === 0;
}
