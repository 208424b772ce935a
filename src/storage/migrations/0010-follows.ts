import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addGuard, changes } from './guard.ts';

export const follows: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('requests')
    .addColumn('follows', 'text', (column) => column.references('requests.id'))
    .execute();
  await db.schema.createIndex('requests_following').on('requests').column('follows').execute();
  await addGuard(db, {
    name: 'requests_keep_follows',
    table: 'requests',
    on: 'update',
    when: changes('follows'),
    sentence: 'What was asked for never changes',
  });
}
