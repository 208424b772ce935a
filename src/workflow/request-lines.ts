import type { Decision } from '#approvals/request.ts';
import type { RequestDetail, RequestLine } from '#operations/memory.ts';
import type { Change } from '#operations/plan.ts';
import { describeCall } from '#operations/call.ts';
import { bind } from '#operations/template.ts';
import { bindingsOf, stepOf } from './effect-steps.ts';
import type { Effect, PlannedRequest } from './ports/requests.ts';

export function lineOf(record: PlannedRequest): RequestLine {
  const { terms } = record;
  return {
    id: terms.id,
    state: record.state,
    title: terms.plan.title,
    gist: terms.plan.gist,
    requesterSlackId: terms.requester.slackId,
    createdAt: record.createdAt,
  };
}

/** `Ends: (new) → 2026-12-23 12:00 UTC` */
export function changeLine(change: Change): string {
  return `${change.label}: ${change.before ?? '(none)'} → ${change.after ?? '(gone)'}`;
}

/** The calls as they were sent, bound again from template and bindings. */
function sentCall(record: PlannedRequest, effect: Effect) {
  const step = stepOf(record.terms.plan, effect);
  return { title: step.title, ...describeCall(bind(step.call, bindingsOf(effect))) };
}

export function detailOf(
  record: PlannedRequest,
  decisions: readonly Decision[],
  effects: readonly Effect[],
): RequestDetail {
  return {
    ...lineOf(record),
    reason: record.terms.reason,
    digest: record.digest,
    tier: record.terms.plan.tier,
    changes: record.terms.plan.changes.map((change) => ({ ...change })),
    decisions: decisions.map(({ name, kind, at, comment }) => ({ by: name, kind, at, comment })),
    calls: effects.map((effect) => ({ ...sentCall(record, effect), status: effect.status, at: effect.startedAt })),
    outcome: record.outcome,
  };
}
