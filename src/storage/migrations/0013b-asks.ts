import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const asks: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('requests').addColumn('ask_digest', 'text').execute();
  await db.schema
    .createIndex('requests_same_ask')
    .on('requests')
    .columns(['ask_digest', 'state', 'ended_at'])
    .execute();
  await db.schema.createIndex('requests_sent').on('requests').columns(['requester_person', 'created_at']).execute();
}
