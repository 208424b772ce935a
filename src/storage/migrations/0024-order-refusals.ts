import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { required } from './column.ts';

export const orderRefusals: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('order_refusals')
    .addColumn('order_id', 'integer', (column) => column.notNull().references('orders.id'))
    .addColumn('code', 'text', required)
    .addColumn('times', 'integer', required)
    .addPrimaryKeyConstraint('order_refusals_key', ['order_id', 'code'])
    .execute();
}
