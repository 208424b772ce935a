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

function isExplained(event: AuditEvent, { effects, accountOf, thresholds, now }: DetectionContext): boolean {
  const ids = [...resourceIdsOf(event), ...accountsOf(event, accountOf)];
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

/** The accounts of the keys that an event is about; nothing for events about anything else. */
export function accountsOf(event: AuditEvent, accountOf: DetectionContext['accountOf']): readonly string[] {
  return resourceIdsOf(event)
    .map((id) => (Object.hasOwn(accountOf, id) ? accountOf[id] : undefined))
    .filter((account) => account !== undefined);
}
