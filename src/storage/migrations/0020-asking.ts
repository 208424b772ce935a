import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const asking: Migration = { up };

/** When the next group comes to be asked, so that one of several processes says so. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('rounds').addColumn('moves_at', 'bigint').execute();
}
