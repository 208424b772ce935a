import type { Transaction } from 'kysely';
import type { SeenEvent, StoredFinding, WatchWriter } from '#workflow/ports/watch.ts';
import { chunksOf } from '../chunks.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createWatchReader } from './reader.ts';
import { eventToRow, findingToRow } from './watch-row.ts';

export function createWatchWriter(trx: Transaction<Database>): WatchWriter {
  return {
    ...createWatchReader(trx),
    async setCursor(name, json) {
      const value = toJsonText(json);
      await trx
        .insertInto('cursors')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    keepNew: (events) => keepNew(trx, events),
    async forgetEvents(before) {
      const { numDeletedRows } = await trx.deleteFrom('events').where('at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
    raise: (finding, quietMs) => raise(trx, finding, quietMs),
  };
}

async function keepNew(trx: Transaction<Database>, events: readonly SeenEvent[]): Promise<readonly SeenEvent[]> {
  const distinct = new Map(events.map((event) => [event.id, event]));
  const fresh: SeenEvent[] = [];
  for (const rows of chunksOf([...distinct.values()].map(eventToRow), 5)) {
    const inserted = await trx
      .insertInto('events')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    const ids = new Set(inserted.map((row) => row.id));
    fresh.push(...rows.flatMap((row) => (ids.has(row.id) ? (distinct.get(row.id) ?? []) : [])));
  }
  return fresh;
}

type Raised = Awaited<ReturnType<WatchWriter['raise']>>;

/**
 * Counted from the opening, so that something that goes on is said again after each quiet time. The newest words stand: a worse turn must
 * not hide behind the first one.
 */
async function raise(
  trx: Transaction<Database>,
  finding: Omit<StoredFinding, 'id' | 'count'>,
  quietMs: number,
): Promise<Raised> {
  const open = await trx
    .selectFrom('findings')
    .select(['id', 'at'])
    .where('detection', '=', finding.detection)
    .where('key', '=', finding.key)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (open === undefined || finding.at - open.at >= quietMs) {
    const { id } = await trx
      .insertInto('findings')
      .values(findingToRow(finding))
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, isNew: true };
  }
  await trx
    .updateTable('findings')
    .set((eb) => ({
      count: eb('count', '+', 1),
      severity: finding.severity,
      title: finding.title,
      lines: toJsonText(finding.lines),
    }))
    .where('id', '=', open.id)
    .execute();
  return { id: open.id, isNew: false };
}
