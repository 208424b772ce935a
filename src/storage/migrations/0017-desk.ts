import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, primaryKey, required } from './column.ts';

export const desk: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('findings_by_time').on('findings').columns(['at', 'id']).execute();
  await createPeopleBeside(db);
  await createRounds(db);
  await createAdditions(db);
}

/** Who stepped aside, who has looked, who was spoken to: of one request and one person each. */
async function createPeopleBeside(db: Kysely<unknown>): Promise<void> {
  for (const table of ['stood_aside', 'looks']) {
    await db.schema
      .createTable(table)
      .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
      .addColumn('person', 'text', required)
      .addColumn('slack_id', 'text', required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint(`${table}_once_each`, ['request_id', 'person'])
      .execute();
  }
  await db.schema
    .createTable('mentions')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addColumn('number', 'integer', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('at', 'bigint', required)
    // Two processes that speak to somebody at the same moment speak once.
    .addPrimaryKeyConstraint('mentions_once_each', ['request_id', 'person', 'number'])
    .execute();
  await db.schema.createIndex('mentions_of_person').on('mentions').columns(['person', 'at']).execute();
}

/** How far the asking of each request has come, and how long each answer took. */
async function createRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rounds')
    .addColumn('request_id', 'text', (column) => column.notNull().primaryKey().references('requests.id'))
    .addColumn('asked_at', 'bigint', required)
    .addColumn('round', 'integer', required)
    .addColumn('due_at', 'bigint', required)
    .addColumn('nudged_at', 'bigint')
    .addColumn('moved_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .execute();
  await db.schema.createIndex('rounds_open').on('rounds').columns(['closed_at', 'due_at']).execute();
  await db.schema
    .createTable('answer_times')
    .addColumn('request_id', 'text', (column) => column.notNull().primaryKey().references('requests.id'))
    .addColumn('rule', 'text', required)
    .addColumn('took_ms', 'bigint', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('answer_times_of_rule').on('answer_times').columns(['rule', 'at']).execute();
  await db.schema
    .createTable('digests')
    .addColumn('slack_id', 'text', primaryKey)
    .addColumn('sent_at', 'bigint', required)
    .execute();
}

/** What a requester said later; beside the request, because what was asked for never changes. */
async function createAdditions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('additions')
    .addColumn('id', 'integer', neverReused)
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('slack_id', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('additions_of_request').on('additions').columns(['request_id', 'id']).execute();
}
