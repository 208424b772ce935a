import type { Kysely } from 'kysely';
import type { Json } from '#domain/json.ts';
import type { WatchReader } from '#workflow/ports/watch.ts';
import { fromJsonText } from '../json-text.ts';
import { pageSize } from '../page-size.ts';
import type { Database } from '../tables/database.ts';
import { eventFromRow, findingFromRow } from './watch-row.ts';

// More events than this in one detection's window is itself worth an alert; it must not take the memory with it.
const MAX_EVENTS = 5000;
// More at once nobody reads; the alerts channel has them all.
const MAX_FINDINGS = 200;

export function createWatchReader(db: Kysely<Database>): WatchReader {
  return {
    async cursor(name) {
      const row = await db.selectFrom('cursors').select('value').where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : (fromJsonText(row.value) as Json);
    },
    async eventsSince(at) {
      const rows = await db
        .selectFrom('events')
        .selectAll()
        .where('at', '>=', at)
        .orderBy('at')
        .orderBy('id')
        .limit(MAX_EVENTS)
        .execute();
      return rows.map(eventFromRow);
    },
    async finding(id) {
      const row = await db.selectFrom('findings').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : findingFromRow(row);
    },
    async findingsSince(at, limit) {
      const rows = await db
        .selectFrom('findings')
        .selectAll()
        .where('at', '>=', at)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(pageSize(limit, MAX_FINDINGS))
        .execute();
      return rows.map(findingFromRow);
    },
  };
}
