import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, primaryKey, required } from './column.ts';

export const messages: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db);
  await db.schema
    .createTable('messages')
    .addColumn('key', 'text', primaryKey)
    .addColumn('channel_id', 'text', required)
    .addColumn('ts', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('inbox')
    .addColumn('key', 'text', primaryKey)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('inbox_oldest').on('inbox').column('at').execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'integer', neverReused)
    .addColumn('kind', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('lane', 'integer', required)
    .addColumn('payload', 'text', required)
    .addColumn('not_before', 'bigint', required)
    .addColumn('attempts', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('sent_at', 'bigint')
    .addColumn('buried_at', 'bigint')
    .addColumn('last_problem', 'text')
    .execute();
  const waiting = sql<boolean>`sent_at is null and buried_at is null`;
  await db.schema.createIndex('outbox_one_waiting').unique().on('outbox').column('key').where(waiting).execute();
  await db.schema
    .createIndex('outbox_next')
    .on('outbox')
    .columns(['lane', 'created_at', 'id'])
    .where(waiting)
    .execute();
  // Without the condition the planner would take this index for the waiting rows, too, and sort them by hand.
  const sent = sql<boolean>`sent_at is not null`;
  await db.schema.createIndex('outbox_sent').on('outbox').column('sent_at').where(sent).execute();
}
