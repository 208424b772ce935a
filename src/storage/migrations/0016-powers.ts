import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { addGuard, changes } from './guard.ts';
import { neverReused, primaryKey, required } from './column.ts';

export const powers: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await debts(db);
  await orders(db);
}

async function debts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('debts')
    .addColumn('id', 'integer', neverReused)
    .addColumn('request_id', 'text', (column) => column.notNull().unique().references('requests.id'))
    .addColumn('kind', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('incident', 'text', required)
    .addColumn('approvers', 'text', required)
    .addColumn('opened_at', 'bigint', required)
    .addColumn('told_at', 'bigint', required)
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by_request', 'text')
    .execute();
  await db.schema.createIndex('debts_open').on('debts').columns(['closed_at', 'id']).execute();
}

async function orders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('orders')
    .addColumn('id', 'integer', neverReused)
    .addColumn('request_id', 'text', (column) => column.notNull().unique().references('requests.id'))
    .addColumn('terms', 'text', required)
    .addColumn('digest', 'text', required)
    .addColumn('begun_at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .addColumn('ended_by', 'text')
    .execute();
  await db.schema.createIndex('orders_in_force').on('orders').columns(['ended_at', 'id']).execute();
  await addGuard(db, {
    name: 'orders_keep_terms',
    table: 'orders',
    on: 'update',
    when: changes('terms', 'digest', 'request_id'),
    sentence: 'What was countersigned never changes',
  });
  await db.schema
    .createTable('order_uses')
    .addColumn('request_id', 'text', primaryKey)
    .addColumn('order_id', 'integer', (column) => column.notNull().references('orders.id'))
    .addColumn('person', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('order_uses_of').on('order_uses').columns(['order_id', 'person']).execute();
}
