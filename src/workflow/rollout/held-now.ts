import { warrantOf } from '#approvals/warrant.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { PlannedRequest } from '../ports/requests.ts';

type Judged = Pick<PlannedRequest['terms'], 'warrant'> & {
  readonly plan: Pick<PlannedRequest['terms']['plan'], 'act'>;
};

/** Why what is judged so may be planned only; null where it may be sent. */
export function whyPlanned(terms: Judged, verdict: Extract<Verdict, { kind: 'permit' }>): string | null {
  // Plan-only keeps things from being sent, and an act of the house sends nothing.
  if (verdict.held === null || terms.plan.act !== null) return null;
  // What stands in for a quorum asks nobody to prove anything.
  if (verdict.held.by === 'step-up' && warrantOf(terms).by !== 'quorum') return null;
  return verdict.held.sentence;
}

/** Why nothing may be sent by now of what was asked for in earnest. */
export function heldNow({ terms }: PlannedRequest, today: Verdict): string | null {
  return today.kind === 'permit' && terms.mode === 'on' ? whyPlanned(terms, today) : null;
}
