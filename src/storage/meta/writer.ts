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
  };
}
