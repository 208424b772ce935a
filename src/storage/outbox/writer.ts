import type { Transaction } from 'kysely';
import { dayMs, type Instant } from '#domain/instant.ts';
import type { OutboxItem, OutboxWriter } from '#workflow/ports/outbox.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { rankOf } from './outbox-row.ts';
import { createOutboxReader } from './reader.ts';

// Sent rows answer "did that message leave, and when?" for as long as somebody may still ask.
const KEEP_SENT_MS = 30 * dayMs;

export function createOutboxWriter(trx: Transaction<Database>): OutboxWriter {
  return {
    ...createOutboxReader(trx),
    put: (item, now) => put(trx, item, now),
    async sent(id, at) {
      await unsent(trx, id).set({ sent_at: at }).execute();
      await trx
        .deleteFrom('outbox')
        .where('sent_at', '<', at - KEEP_SENT_MS)
        .execute();
    },
    async retry(id, notBefore, why) {
      await unsent(trx, id)
        .set((eb) => ({ not_before: notBefore, attempts: eb('attempts', '+', 1), last_problem: why }))
        .execute();
    },
    async postpone(id, notBefore) {
      await unsent(trx, id).set({ not_before: notBefore }).execute();
    },
    async bury(id, at, why) {
      await unsent(trx, id)
        .set((eb) => ({ buried_at: at, attempts: eb('attempts', '+', 1), last_problem: why }))
        .execute();
    },
  };
}

/**
 * An item whose key still waits takes the place of the waiting row under a new id: whoever is posting the old row at this moment reports
 * on an id that is gone, and the newer state is posted after it instead of being taken for sent.
 */
async function put(trx: Transaction<Database>, item: OutboxItem, now: Instant): Promise<void> {
  const old = await trx
    .deleteFrom('outbox')
    .where('key', '=', item.key)
    .where('sent_at', 'is', null)
    .where('buried_at', 'is', null)
    .returning(['lane', 'not_before', 'attempts', 'created_at', 'last_problem'])
    .executeTakeFirst();
  const lane = rankOf(item.lane);
  await trx
    .insertInto('outbox')
    .values({
      kind: item.kind,
      key: item.key,
      payload: toJsonText(item.payload),
      lane: Math.min(lane, old?.lane ?? lane),
      not_before: Math.min(item.notBefore, old?.not_before ?? item.notBefore),
      attempts: old?.attempts ?? 0,
      created_at: Math.min(old?.created_at ?? Infinity, Math.max(now, item.notBefore)),
      last_problem: old?.last_problem ?? null,
    })
    .execute();
}

function unsent(trx: Transaction<Database>, id: number) {
  return trx.updateTable('outbox').where('id', '=', id).where('sent_at', 'is', null).where('buried_at', 'is', null);
}
