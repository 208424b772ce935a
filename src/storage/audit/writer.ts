import type { Transaction } from 'kysely';
import { link } from '#audit/chain.ts';
import type { AuditWriter } from '#workflow/ports/audit.ts';
import type { Database } from '../tables/database.ts';
import { createAuditReader } from './reader.ts';
import { entryToRow } from './entry-row.ts';

export function createAuditWriter(trx: Transaction<Database>): AuditWriter {
  return {
    ...createAuditReader(trx),
    async append(fresh) {
      const last = await trx
        .selectFrom('audit_entries')
        .select(['seq', 'hash', 'at'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      // A clock that was set back must not make the record run backwards: it stands still until time has caught up.
      const at = Math.max(fresh.at, last?.at ?? 0);
      const entry = link(last ?? null, { ...fresh, at });
      await trx.insertInto('audit_entries').values(entryToRow(entry)).execute();
      return entry;
    },
  };
}
