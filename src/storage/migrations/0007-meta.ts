import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { primaryKey, required } from './column.ts';

export const meta: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('name', 'text', primaryKey)
    .addColumn('value', 'text', required)
    .execute();
}
