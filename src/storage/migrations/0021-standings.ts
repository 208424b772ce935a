import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { primaryKey, required } from './column.ts';

export const standings: Migration = { up };

/** What Slack last said about an account, for when it says nothing. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('standings')
    .addColumn('slack_id', 'text', primaryKey)
    .addColumn('word', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
}
