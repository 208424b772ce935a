import type { Kysely } from 'kysely';
import type { OutboxReader } from '#workflow/ports/outbox.ts';
import { pageSize } from '../page-size.ts';
import type { Database } from '../tables/database.ts';
import { outboxFromRow } from './outbox-row.ts';

// At one message a second a channel, many minutes of work: a sender asks again long before it is through.
const MAX_DUE = 500;

export function createOutboxReader(db: Kysely<Database>): OutboxReader {
  return {
    async due(now, limit) {
      const rows = await waiting(db)
        .selectAll()
        .where('not_before', '<=', now)
        .orderBy('lane')
        .orderBy('created_at')
        .orderBy('id')
        .limit(pageSize(limit, MAX_DUE))
        .execute();
      return rows.map(outboxFromRow);
    },
    async depth(now) {
      const row = await waiting(db)
        .where('created_at', '<=', now)
        .select((eb) => [eb.fn.countAll().as('waiting'), eb.fn.min('created_at').as('oldest')])
        .executeTakeFirstOrThrow();
      return { waiting: Number(row.waiting), oldest: row.oldest };
    },
  };
}

/** Neither sent nor given up. */
function waiting(db: Kysely<Database>) {
  return db.selectFrom('outbox').where('sent_at', 'is', null).where('buried_at', 'is', null);
}
