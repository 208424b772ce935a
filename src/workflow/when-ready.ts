import type { Decision } from '#approvals/request.ts';
import { safeguardsAsked } from '#approvals/safeguards.ts';
import type { Instant } from '#domain/instant.ts';
import { strictest } from '#policy/safeguards.ts';
import type { Safeguards } from '#policy/safeguards.ts';
import type { Electorate } from './electorate.ts';
import type { PlannedRequest } from './ports/requests.ts';

/** What protects decisions on this request: what was asked when it was made and what the policy asks today, whichever is more. */
export function safeguardsNow({ terms }: PlannedRequest, { today }: Electorate): Safeguards {
  const asked = safeguardsAsked(terms);
  return today.kind === 'permit' ? strictest(asked, today.safeguards) : asked;
}

/**
 * When a request may be sent, given the approvals that made its quorum: at the end of its veto window, counted from the last of them. Null
 * where nothing holds it.
 */
export function readyAtOf(safeguards: Safeguards, approvals: readonly Decision[]): Instant | null {
  if (safeguards.vetoMs === 0) return null;
  return Math.max(...approvals.map(({ at }) => at)) + safeguards.vetoMs;
}

/** Its requester has to press, because a secret will be made; nothing is made under plan-only. */
export function isCollected({ terms }: PlannedRequest): boolean {
  return terms.plan.delivery === 'collect' && terms.mode === 'on';
}
