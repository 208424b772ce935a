import { isNarrowing } from '#approvals/narrowing.ts';
import type { Decision } from '#approvals/request.ts';
import { safeguardsAsked } from '#approvals/safeguards.ts';
import type { Instant } from '#domain/instant.ts';
import { type Safeguards, strictest } from '#policy/safeguards.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { PlannedRequest } from './ports/requests.ts';

/** What protects decisions on this request: what was asked when it was made and what the policy asks today, whichever is more. */
export function safeguardsNow(
  { terms }: Pick<PlannedRequest, 'terms'>,
  { today }: { readonly today: Verdict },
): Safeguards {
  const asked = safeguardsAsked(terms);
  return today.kind === 'permit' ? strictest(asked, today.safeguards) : asked;
}

/**
 * When a request may be sent, given the approvals that made its quorum: so long after the last of them as it is held, and not before the
 * hour that was asked for. Null where nothing holds it, as with whatever only takes away from an intruder.
 */
export function readyAtOf(
  { terms }: PlannedRequest,
  approvals: readonly Pick<Decision, 'at'>[],
  holdMs: number,
): Instant | null {
  const { notBefore = null } = terms;
  if (holdMs === 0 || approvals.length === 0 || isNarrowing(terms.plan.operation)) return notBefore;
  return Math.max(notBefore ?? 0, Math.max(...approvals.map(({ at }) => at)) + holdMs);
}

/** Its requester has to press, because a secret will be made; nothing is made under plan-only. */
export function isCollected({ terms }: PlannedRequest): boolean {
  return terms.plan.delivery === 'collect' && terms.mode === 'on';
}
