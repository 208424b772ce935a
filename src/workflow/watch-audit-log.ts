import { isHidden } from '#approvals/confidential.ts';
import { detections } from '#detections/catalogue.ts';
import { defaultThresholds, type DetectionContext } from '#detections/context.ts';
import { type AuditEvent, resourceIdsOf } from '#detections/event.ts';
import { type News, newsOf } from '#detections/news.ts';
import { Fault } from '#domain/fault.ts';
import { hourMs, type Instant, minuteMs, secondMs } from '#domain/instant.ts';
import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import { keepAuditEvents } from '#operations/objects/audit-event.ts';
import type { House } from './house.ts';
import { ownAdminKeyId } from './own-admin-key.ts';
import type { Effect } from './ports/requests.ts';
import { enter } from './record.ts';

/** A part of the vendor's log that is asked for by itself. */
interface Stream {
  readonly cursor: string;
  readonly query: JsonObject;
}

const organization: Stream = { cursor: 'openai-audit-log', query: {} };
// Admin keys stand only in this part (OpenAI API reference, 2026-11).
const tenant: Stream = { cursor: 'openai-audit-log-tenant', query: { tenant_only: true } };

// OpenAI does not say how late an event may appear; the last minutes are read again and told apart by id.
const OVERLAP_MS = 10 * minuteMs;
// Longer than the longest window of any detection.
const WINDOW_MS = 2 * hourMs;

interface Cursor {
  readonly upTo: Instant;
  readonly lookedAt: Instant | null;
}

async function readCursor(house: House, name: string): Promise<Cursor | null> {
  const stored = await house.store.read.watch.cursor(name);
  if (!isJsonObject(stored)) return null;
  const { upTo, lookedAt } = stored;
  return typeof upTo === 'number' ? { upTo, lookedAt: typeof lookedAt === 'number' ? lookedAt : null } : null;
}

async function fetchEvents(house: House, { query }: Stream, since: Instant): Promise<readonly AuditEvent[]> {
  const answer = await house.vendor.read(
    call('GET /organization/audit_logs', { query: { effective_at: { gte: Math.floor(since / secondMs) }, ...query } }),
    { pages: 'all', absent: 'fault', context: { priority: 'poll', cause: 'job:watch-audit-log' } },
  );
  return keepAuditEvents(answer);
}

async function contextFor(
  house: House,
  events: readonly AuditEvent[],
  ownKeyId: string | null,
): Promise<DetectionContext> {
  const effects = new Map<string, Effect>();
  const accountOf: Record<string, string> = {};
  const { requests, leases } = house.store.read;
  const ids = new Set(events.filter((event) => event.actorId === ownKeyId).flatMap(resourceIdsOf));
  const gather = async (id: string): Promise<void> => {
    for (const effect of await requests.effectsTouching(id)) {
      effects.set(`${effect.requestId} ${effect.attempt} ${effect.position}`, effect);
    }
  };
  for (const id of ids) {
    await gather(id);
    const lease = await leases.byKey(id);
    if (lease === null) continue;
    accountOf[lease.keyId] = lease.accountId;
    // A call on the account ends its keys as well, and the vendor may tell of the key only.
    await gather(lease.accountId);
  }
  const records = await Promise.all(
    [...new Set([...effects.values()].map(({ requestId }) => requestId))].map((id) => requests.find(id)),
  );
  const hidden = new Set(
    records.flatMap((record) => (record !== null && isHidden(record, house.clock.now()) ? [record.terms.id] : [])),
  );
  return {
    now: house.clock.now(),
    adminKeyIds: ownKeyId === null ? [] : [ownKeyId],
    effects: [...effects.values()].map((effect) => ({ ...effect, isHidden: hidden.has(effect.requestId) })),
    accountOf,
    thresholds: defaultThresholds,
  };
}

async function raise(house: House, news: readonly News[]): Promise<void> {
  const now = house.clock.now();
  for (const { finding, quietMs } of news) {
    const { detection, key, severity, title, at } = finding;
    const advice = detections.find(({ id }) => id === detection)?.advice ?? [];
    const lines = [...finding.lines, ...advice.map((sentence) => `To do: ${sentence}`)];
    await house.store.transact(async (tx) => {
      const raised = await tx.watch.raise({ detection, key, severity, title, lines, at }, quietMs);
      if (!raised.isNew) return;
      const what = { detection, key, severity, title, evidence: [...finding.evidence] };
      await enter(tx, house, { kind: 'finding.raised', who: 'system:watch-audit-log', requestId: null, what });
      await tx.outbox.put(
        { kind: 'alert', key: `alert:${raised.id}`, lane: 'urgent', payload: { findingId: raised.id }, notBefore: now },
        now,
      );
    });
  }
  if (news.length > 0) house.nudge();
}

/**
 * One round of one stream: its new events, what is odd about them beside everything else that is known, and where to go on next time.
 * Events are kept only after their findings are raised, so a crash in between tells them again rather than never.
 */
async function watchStream(house: House, stream: Stream): Promise<number> {
  const now = house.clock.now();
  const cursor = await readCursor(house, stream.cursor);
  const since = (cursor?.upTo ?? now - hourMs) - OVERLAP_MS;
  const fetched = await fetchEvents(house, stream, since);
  const stored = await house.store.read.watch.eventsSince(Math.min(since, now - WINDOW_MS) - secondMs);
  const known = new Set(stored.map((event) => event.id));
  const fresh = fetched.filter((event) => !known.has(event.id));
  // What happened before the bot was installed is not news; the first round only learns where the log stands.
  if (cursor !== null) {
    const events = [...stored, ...fresh];
    const context = await contextFor(house, events, await ownAdminKeyId(house));
    const ids = new Set(fresh.map((event) => event.id));
    await raise(house, newsOf(detections, { events, fresh: ids, before: cursor.lookedAt, context }));
  }
  const newest = fetched.reduce((most, event) => Math.max(most, event.at), cursor?.upTo ?? now - hourMs);
  await house.store.transact(async (tx) => {
    await tx.watch.keepNew(fetched);
    await tx.watch.setCursor(stream.cursor, { upTo: Math.min(newest, now), lookedAt: now });
  });
  return fresh.length;
}

/** One round of the watch over OpenAI's audit log. Answers how many events were new. */
export async function watchAuditLog(house: House): Promise<number> {
  const found = await watchStream(house, organization);
  // Not everybody is shown the tenant's part; the doctor says so, and the rest is watched all the same.
  const above = await watchStream(house, tenant).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'openai.forbidden') return 0;
    throw error;
  });
  return found + above;
}
