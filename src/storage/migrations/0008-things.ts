import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { required } from './column.ts';

export const things: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('known_things')
    .addColumn('list', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('position', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('known_things_key', ['list', 'id'])
    .execute();
  await db.schema
    .alterTable('known_keys')
    .addColumn('is_owned', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
}
