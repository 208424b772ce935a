import type { AuditEvent } from '#detections/event.ts';
import { Fault } from '#domain/fault.ts';
import { type Instant, secondMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { call, isMutation } from '#operations/call.ts';
import { keepAuditEvents } from '#operations/objects/audit-event.ts';
import { stepOf } from '#workflow/effect-steps.ts';
import type { House } from '#workflow/house.ts';
import { ownAdminKeyId } from '#workflow/own-admin-key.ts';
import type { Effect } from '#workflow/ports/requests.ts';
import { matchEvents, type Sent } from './match-events.ts';

/** A call that changed something, or may have. */
export type Changed = Effect & Sent;

/** What the vendor's log says. `unnamed`: OpenAI did not show which admin key is ours, so nobody can tell whose doing an event is. */
export type Attribution =
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'read'; readonly told: ReadonlyMap<RequestId, number> };

/** OpenAI tells of admin keys apart from everything else, to those who may see it (OpenAI API reference, 2026-11). */
async function eventsSince(house: House, since: Instant, tenantOnly: boolean): Promise<readonly AuditEvent[]> {
  const query = { effective_at: { gte: Math.floor(since / secondMs) }, ...(tenantOnly ? { tenant_only: true } : {}) };
  const how = { pages: 'all', absent: 'fault', context: { priority: 'work', cause: 'job:rehearsal' } } as const;
  return keepAuditEvents(await house.vendor.read(call('GET /organization/audit_logs', { query }), how));
}

async function ourEvents(house: House, own: string, since: Instant): Promise<readonly AuditEvent[]> {
  // Not everybody is shown these; then the admin key's events are missing, and the report says so.
  const tenant = await eventsSince(house, since, true).catch((error: unknown): readonly AuditEvent[] => {
    if (error instanceof Fault) return [];
    throw error;
  });
  return [...(await eventsSince(house, since, false)), ...tenant].filter((event) => event.actorId === own);
}

/** The changing calls of a request, except those that provably did nothing. */
export async function changesOf(house: House, id: RequestId): Promise<readonly Changed[]> {
  const record = await house.store.read.requests.find(id);
  if (record === null) return [];
  const effects = await house.store.read.requests.effects(id);
  return effects
    .map((sent) => ({ sent, step: stepOf(record.terms.plan, sent) }))
    .filter(({ sent, step }) => sent.status !== 'not-applied' && isMutation(step.call))
    .map(({ sent, step }) => ({ ...sent, effect: step.effect }));
}

export const isDone = ({ status }: Changed): boolean => status === 'applied';

/** How many changes of each request the vendor's log attributes to our own admin key, by requests that were sent since. */
export async function attributedOf(house: House, ids: readonly RequestId[], since: Instant): Promise<Attribution> {
  const own = await ownAdminKeyId(house);
  if (own === null) return { kind: 'unnamed' };
  const changes: Changed[] = [];
  for (const id of ids) changes.push(...(await changesOf(house, id)).filter(isDone));
  // The times of events are the vendor's, and ours may run ahead of them.
  const from = since - secondMs - Math.max(0, house.vendor.clockAheadMs() ?? 0);
  const matched = matchEvents(changes, await ourEvents(house, own, from));
  const told = ids.map((id) => [id, [...matched].filter(({ requestId }) => requestId === id).length] as const);
  return { kind: 'read', told: new Map(told) };
}
