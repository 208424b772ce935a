import type { Transaction } from 'kysely';
import type { MetaWriter } from '#workflow/ports/meta.ts';
import type { Database } from '../tables/database.ts';
import { createMetaReader } from './reader.ts';

export function createMetaWriter(trx: Transaction<Database>): MetaWriter {
  return {
    ...createMetaReader(trx),
    async set(name, value) {
      await trx
        .insertInto('meta')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
    async replace(name, { from, to }) {
      if (from === null) {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('meta')
          .values({ name, value: to })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await trx
        .updateTable('meta')
        .set({ value: to })
        .where('name', '=', name)
        .where('value', '=', from)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
