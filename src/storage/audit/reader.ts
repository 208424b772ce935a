import type { Kysely, Selectable, SqlBool } from 'kysely';
import { requestId } from '#domain/ids.ts';
import type { Entry } from '#audit/entry.ts';
import type { AuditReader } from '#workflow/ports/audit.ts';
import type { Viewer } from '#workflow/ports/sight.ts';
import { pageSize } from '../page-size.ts';
import { isAboutSeen } from '../requests/seen.ts';
import type { AuditEntriesTable } from '../tables/audit-entries.ts';
import type { Database } from '../tables/database.ts';
import { entryFromRow } from './entry-row.ts';

// About 1 MB of entries: large enough that paging costs nothing, small enough to hold.
const MAX_RANGE = 2000;
// A request makes some 20 entries; one of 50 steps, twice attempted, stays far below this.
const MAX_OF_REQUEST = 1000;

/** What may not be shown is as if erased: time, order and hashes stay, and the chain still verifies. */
function readable({ seen, ...row }: Selectable<AuditEntriesTable> & { readonly seen: SqlBool }): Entry {
  return entryFromRow(seen ? row : { ...row, body: null, salt: null });
}

/** `viewer`: for whom it reads; left out, for the bot itself. */
export function createAuditReader(db: Kysely<Database>, viewer: Viewer | null = null): AuditReader {
  const seen = isAboutSeen(viewer, 'audit_entries.request_id').as('seen');
  return {
    async range(from, limit) {
      const rows = await db
        .selectFrom('audit_entries')
        .selectAll()
        .select(seen)
        .where('seq', '>=', from)
        .orderBy('seq')
        .limit(pageSize(limit, MAX_RANGE))
        .execute();
      return rows.map(readable);
    },
    async head() {
      const row = await db
        .selectFrom('audit_entries')
        .select(['seq', 'hash'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },
    async spanOf(id) {
      const ofRequest = db.selectFrom('audit_entries').select(['seq', 'hash']).where('request_id', '=', id).limit(1);
      const first = await ofRequest.orderBy('seq').executeTakeFirst();
      const last = await ofRequest.orderBy('seq', 'desc').executeTakeFirst();
      return first === undefined || last === undefined ? null : { first: first.seq, last: last.seq, head: last.hash };
    },
    async spansOf(ids) {
      if (ids.length === 0) return new Map();
      const ends = db
        .selectFrom('audit_entries')
        .select((eb) => ['request_id', eb.fn.min('seq').as('first'), eb.fn.max('seq').as('last')])
        .where('request_id', 'in', ids)
        .groupBy('request_id');
      const rows = await db
        .selectFrom(ends.as('span'))
        .innerJoin('audit_entries as newest', 'newest.seq', 'span.last')
        .select(['newest.request_id', 'span.first', 'span.last', 'newest.hash'])
        .execute();
      return new Map(
        rows.map(({ request_id, first, last, hash }) => [requestId(request_id ?? ''), { first, last, head: hash }]),
      );
    },
    async entriesOf(id) {
      const rows = await db
        .selectFrom('audit_entries')
        .selectAll()
        .select(seen)
        .where('request_id', '=', id)
        .orderBy('seq')
        .limit(MAX_OF_REQUEST)
        .execute();
      return rows.map(readable);
    },
  };
}
