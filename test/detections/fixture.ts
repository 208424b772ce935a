import { minuteMs } from '#domain/instant.ts';
import { type DetectionContext, defaultThresholds, type OurEffect } from '#detections/context.ts';
import type { AuditEvent } from '#detections/event.ts';

export const NOW = Date.UTC(2026, 10, 23, 12, 0);
export const OUR_KEY = 'key_AdminBot01';
export const ADA = 'user-Ada0000001';

/** `minutesAgo` before now; the payload holds the id, as the vendor's does. */
export function event(
  type: string,
  id: string,
  more: { readonly minutesAgo?: number; readonly by?: string | null } = {},
): AuditEvent {
  const { minutesAgo = 10, by = ADA } = more;
  const at = NOW - minutesAgo * minuteMs;
  return {
    id: `audit_log-${type}-${id}`,
    type,
    at,
    actorId: by,
    body: { id: `audit_log-${type}-${id}`, type, effective_at: at / 1000, [type]: { id } },
  };
}

export function effect(
  resourceIds: readonly string[],
  more: Partial<OurEffect> & { readonly minutesAgo?: number } = {},
): OurEffect {
  const { minutesAgo = 10, ...rest } = more;
  const startedAt = NOW - minutesAgo * minuteMs;
  return { status: 'applied', resourceIds, startedAt, settledAt: startedAt + 800, ...rest };
}

export function context(more: Partial<DetectionContext> = {}): DetectionContext {
  return { now: NOW, adminKeyIds: [OUR_KEY], effects: [], accountOf: {}, thresholds: defaultThresholds, ...more };
}

/** So many events of a type, one about each id, a minute apart. */
export function many(
  type: string,
  count: number,
  more: { readonly minutesAgo?: number; readonly by?: string | null; readonly prefix?: string } = {},
) {
  const { minutesAgo = 30, by = ADA, prefix = 'k' } = more;
  return Array.from({ length: count }, (_, i) => event(type, `${prefix}${i}`, { minutesAgo: minutesAgo - i, by }));
}
