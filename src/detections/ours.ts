import type { DetectionContext } from './context.ts';
import { type AuditEvent, resourceIdsOf } from './event.ts';

/**
 * Whose doing an event is. `ours`: our admin key, on something that an effect of ours touched at that time, so a second person saw
 * it. `unclear`: our key, and too recent to know, because our own record may not be committed yet.
 */
export function originOf(event: AuditEvent, context: DetectionContext): 'ours' | 'unclear' | 'other' {
  if (event.actorId === null || !context.adminKeyIds.includes(event.actorId)) return 'other';
  if (isExplained(event, context)) return 'ours';
  return context.now - event.at < context.thresholds.ours.graceMs ? 'unclear' : 'other';
}

function isExplained(event: AuditEvent, { effects, relatedIds, thresholds, now }: DetectionContext): boolean {
  const ids = [...resourceIdsOf(event), ...accountsOf(event, relatedIds)];
  const { toleranceMs } = thresholds.ours;
  return effects.some(
    ({ status, resourceIds, startedAt, settledAt }) =>
      // What is proven not to have happened explains nothing, from the moment of that proof.
      !(status === 'not-applied' && settledAt !== null && settledAt <= now) &&
      event.at >= startedAt - toleranceMs &&
      event.at <= (settledAt ?? startedAt) + toleranceMs &&
      resourceIds.some((id) => ids.includes(id)),
  );
}

const KEY_EVENT = /^(tenant\.project_)?api_key\./;

/** The account of the key that an event is about; nothing for events about anything else. */
export function accountsOf(event: AuditEvent, relatedIds: DetectionContext['relatedIds']): readonly string[] {
  if (!KEY_EVENT.test(event.type)) return [];
  return resourceIdsOf(event).flatMap((id) => (Object.hasOwn(relatedIds, id) ? (relatedIds[id] ?? []) : []));
}
