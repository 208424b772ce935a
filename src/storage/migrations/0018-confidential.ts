import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const confidential: Migration = { up };

/** How long a request stays hidden after it ran, and who may know of it before. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('requests').addColumn('hidden_ms', 'bigint').execute();
  await db.schema
    .createTable('confidants')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addPrimaryKeyConstraint('confidants_once_each', ['request_id', 'person'])
    .execute();
  await addGuard(db, {
    name: 'requests_stay_hidden',
    table: 'requests',
    on: 'update',
    when: changes('hidden_ms'),
    sentence: 'Whether a request is confidential never changes',
  });
  const table = 'confidants';
  const sentence = 'Who is trusted with a confidential request never changes';
  await addGuard(db, { name: 'confidants_never_change', table, on: 'update', sentence });
  await addGuard(db, { name: 'confidants_stay', table, on: 'delete', sentence });
  await addGuard(db, {
    name: 'confidants_from_the_start',
    table,
    on: 'insert',
    when: `not exists (select 1 from requests
      where id = new.request_id and hidden_ms is not null and state = 'draft' and revision = 0)`,
    sentence,
  });
}
