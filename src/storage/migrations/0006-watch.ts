import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, primaryKey, required } from './column.ts';

export const watch: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cursors')
    .addColumn('name', 'text', primaryKey)
    .addColumn('value', 'text', required)
    .execute();
  await db.schema
    .createTable('events')
    .addColumn('id', 'text', primaryKey)
    .addColumn('type', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('actor_id', 'text')
    .addColumn('body', 'text', required)
    .execute();
  await db.schema.createIndex('events_oldest').on('events').columns(['at', 'id']).execute();
  await db.schema
    .createTable('findings')
    .addColumn('id', 'integer', neverReused)
    .addColumn('detection', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('severity', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('lines', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('count', 'integer', required)
    .execute();
  await db.schema.createIndex('findings_newest').on('findings').columns(['detection', 'key', 'at']).execute();
  await createCallLog(db);
}

async function createCallLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call_log')
    .addColumn('id', 'integer', neverReused)
    .addColumn('run', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('cause', 'text', required)
    .addColumn('method', 'text', required)
    .addColumn('path', 'text', required)
    .addColumn('status', 'integer')
    .addColumn('vendor_request_id', 'text')
    .addColumn('duration_ms', 'integer', required)
    .execute();
  await db.schema.createIndex('call_log_of_run').on('call_log').columns(['run', 'id']).execute();
  await db.schema.createIndex('call_log_oldest').on('call_log').column('at').execute();
}
