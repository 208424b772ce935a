import { type AuditEvent, resourceIdsOf } from '#detections/event.ts';
import { Fault } from '#domain/fault.ts';
import { type Instant, secondMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { call, isMutation } from '#operations/call.ts';
import { keepAuditEvents } from '#operations/objects/audit-event.ts';
import type { House } from '#workflow/house.ts';
import { ownAdminKeyId } from '#workflow/own-admin-key.ts';
import type { Effect } from '#workflow/ports/requests.ts';
import { stepOf } from '#workflow/effect-steps.ts';

/** OpenAI tells of admin keys and group members apart from everything else, to those who may see it (OpenAI API reference, 2026-11). */
async function eventsSince(house: House, since: Instant, tenantOnly: boolean): Promise<readonly AuditEvent[]> {
  const query = { effective_at: { gte: Math.floor(since / secondMs) }, ...(tenantOnly ? { tenant_only: true } : {}) };
  const how = { pages: 'all', absent: 'fault', context: { priority: 'work', cause: 'job:rehearsal' } } as const;
  return keepAuditEvents(await house.vendor.read(call('GET /organization/audit_logs', { query }), how));
}

/** Ids that OpenAI's audit log says our own admin key has touched since. */
async function touchedByUs(house: House, since: Instant): Promise<ReadonlySet<string>> {
  const own = await ownAdminKeyId(house);
  if (own === null) return new Set();
  const tenant = await eventsSince(house, since, true).catch((error: unknown): readonly AuditEvent[] => {
    if (error instanceof Fault) return [];
    throw error;
  });
  const events = [...(await eventsSince(house, since, false)), ...tenant];
  return new Set(events.filter((event) => event.actorId === own).flatMap(resourceIdsOf));
}

/** The changes of a request that were sent and done. */
export async function changesOf(house: House, id: RequestId): Promise<readonly Effect[]> {
  const record = await house.store.read.requests.find(id);
  if (record === null) return [];
  const effects = await house.store.read.requests.effects(id);
  return effects.filter((effect) => effect.status === 'applied' && isMutation(stepOf(record.terms.plan, effect).call));
}

/** How many changes of each request the vendor's log attributes to us. */
export async function attributedOf(
  house: House,
  ids: readonly RequestId[],
  since: Instant,
): Promise<ReadonlyMap<RequestId, number>> {
  const touched = await touchedByUs(house, since);
  const counted = new Map<RequestId, number>();
  for (const id of ids) {
    const seen = (await changesOf(house, id)).filter((effect) => effect.resourceIds.some((each) => touched.has(each)));
    counted.set(id, seen.length);
  }
  return counted;
}
