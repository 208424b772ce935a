import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';

export const freezes: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('freezes')
    .addColumn('id', 'integer', neverReused)
    .addColumn('scope', 'text', required)
    .addColumn('by_slack_id', 'text', required)
    .addColumn('by_name', 'text', required)
    .addColumn('why', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by_request', 'text')
    .execute();
  await db.schema.createIndex('freezes_in_force').on('freezes').columns(['ended_at', 'id']).execute();
}
