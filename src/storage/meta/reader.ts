import type { Kysely } from 'kysely';
import type { MetaReader } from '#workflow/ports/meta.ts';
import type { Database } from '../tables/database.ts';

export function createMetaReader(db: Kysely<Database>): MetaReader {
  return {
    async get(name) {
      const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value ?? null;
    },
  };
}
