import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const hostAsks: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('host_asks')
    .addColumn('id', 'integer', neverReused)
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('wish', 'text', required)
    .addColumn('asked_at', 'bigint', required)
    .addColumn('expires_at', 'bigint', required)
    .addColumn('ticket_hash', 'text', (column) => column.unique())
    .addColumn('proof', 'text')
    .addColumn('taken_at', 'bigint')
    .addColumn('answer', 'text')
    .execute();
  await db.schema.createIndex('host_asks_open').on('host_asks').columns(['taken_at', 'id']).execute();
  await addGuard(db, {
    name: 'host_asks_keep',
    table: 'host_asks',
    on: 'update',
    when: `old.answer is not null or (old.proof is not null and ${changes('proof')}) or ${changes('person', 'slack_id', 'wish', 'asked_at', 'expires_at')}`,
    sentence: 'What somebody proved that they want never changes',
  });
}
