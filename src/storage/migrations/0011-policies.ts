import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';
import { addGuard } from './guard.ts';

export const policies: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('policies')
    .addColumn('id', 'integer', neverReused)
    .addColumn('digest', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('file', 'text', required)
    .addColumn('canonical', 'text', required)
    .addColumn('how', 'text', required)
    .addColumn('request_id', 'text')
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('policies_by_digest').on('policies').columns(['digest', 'id']).execute();
  const sentence = 'a policy that was adopted is never changed: the next one is adopted after it';
  for (const on of ['update', 'delete'] as const) {
    await addGuard(db, { name: `policies_keep_on_${on}`, table: 'policies', on, sentence });
  }
  await db.schema
    .createTable('founders')
    .addColumn('subject', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('founders_once', ['subject', 'person'])
    .execute();
}
