import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const between: Migration = { up };

/** What people say to each other about a request between its sending and its decision. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('requests')
    .addColumn('paused_ms', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('questions')
    .addColumn('id', 'integer', neverReused)
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'bigint')
    .execute();
  await db.schema.createIndex('questions_of_request').on('questions').columns(['request_id', 'id']).execute();
  await guard(db);
}

async function guard(db: Kysely<unknown>): Promise<void> {
  await addGuard(db, {
    name: 'requests_pause_while_pending',
    table: 'requests',
    on: 'update',
    when: "new.paused_ms <> old.paused_ms and (old.state <> 'pending' or new.state <> 'pending')",
    sentence: 'The clock of a request stops and goes on only while people decide',
  });
  const table = 'questions';
  await addGuard(db, {
    name: 'questions_by_another',
    table,
    on: 'insert',
    when: `exists (select 1 from requests where id = new.request_id
      and (requester_person = new.person or requester_slack_id = new.slack_id))`,
    sentence: 'Nobody asks themselves',
  });
  await addGuard(db, {
    name: 'questions_answered_once',
    table,
    on: 'update',
    when: `old.answer is not null or ${changes('id', 'request_id', 'person', 'slack_id', 'name', 'text', 'at')}`,
    sentence: 'A question never changes, and is answered once',
  });
  await addGuard(db, { name: 'questions_stay', table, on: 'delete', sentence: 'Questions are never deleted' });
}
