import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const suggestions: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('suggestions')
    .addColumn('id', 'integer', neverReused)
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('input', 'text', required)
    .addColumn('fields', 'text', required)
    .addColumn('sight', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .addColumn('taken_by', 'text', (column) => column.references('requests.id'))
    .addColumn('counted', 'integer', required)
    .execute();
  await db.schema.createIndex('suggestions_of_request').on('suggestions').columns(['request_id', 'id']).execute();
  await db.schema.createIndex('suggestions_taken').on('suggestions').column('taken_by').execute();
  const table = 'suggestions';
  await addGuard(db, {
    name: 'suggestions_by_another',
    table,
    on: 'insert',
    when: `exists (select 1 from requests where id = new.request_id
      and (requester_person = new.person or requester_slack_id = new.slack_id or beneficiary = new.person))`,
    sentence: 'Nobody suggests what they would approve of their own request',
  });
  const kept = changes('id', 'request_id', 'person', 'slack_id', 'name', 'input', 'fields', 'sight', 'at');
  await addGuard(db, {
    name: 'suggestions_end_once',
    table,
    on: 'update',
    when: `old.ended_at is not null or ${kept}`,
    sentence: 'A suggestion never changes, and is answered once',
  });
  await addGuard(db, { name: 'suggestions_stay', table, on: 'delete', sentence: 'Suggestions are never deleted' });
}
