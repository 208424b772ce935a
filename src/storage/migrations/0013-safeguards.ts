import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addGuard } from './guard.ts';

export const safeguards: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('requests').addColumn('ready_at', 'bigint').execute();
  await db.schema.createIndex('requests_ready').on('requests').columns(['state', 'ready_at']).execute();
  await db.schema
    .alterTable('decisions')
    .addColumn('proof', 'text', (column) => column.notNull().defaultTo('none'))
    .execute();
  // How many approvals somebody gave in the last hour.
  await db.schema.createIndex('decisions_of_person').on('decisions').columns(['person', 'at']).execute();
  await addGuard(db, {
    name: 'requests_start_approved',
    table: 'requests',
    on: 'update',
    when: "new.state = 'executing' and old.state not in ('approved', 'waiting', 'executing')",
    sentence: 'Only what was approved is carried out',
  });
}
