import type { Transaction } from 'kysely';
import type { InboxWriter } from '#workflow/ports/inbox.ts';
import type { Database } from '../tables/database.ts';

export function createInboxWriter(trx: Transaction<Database>): InboxWriter {
  return {
    async claim(key, at) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('inbox')
        .values({ key, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async forget(before) {
      const { numDeletedRows } = await trx.deleteFrom('inbox').where('at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
