import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const peopleLists: Migration = { up };

/** A list is only words beside a table that is made anew each time, so nobody uses one up. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('people_proposals').dropColumn('used_by_request').execute();
}
