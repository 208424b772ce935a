import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { primaryKey, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const audit: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entries')
    .addColumn('seq', 'integer', primaryKey)
    .addColumn('at', 'bigint', required)
    .addColumn('request_id', 'text')
    .addColumn('prev', 'text', required)
    .addColumn('hash', 'text', required)
    .addColumn('body_hash', 'text', required)
    .addColumn('body', 'text')
    .addColumn('salt', 'text')
    .execute();
  await db.schema.createIndex('audit_entries_of_request').on('audit_entries').columns(['request_id', 'seq']).execute();
  await addGuard(db, {
    name: 'audit_entries_stay_as_written',
    table: 'audit_entries',
    on: 'update',
    when: `${changes('seq', 'at', 'request_id', 'prev', 'hash', 'body_hash')} or new.body is not null or new.salt is not null`,
    sentence: 'An audit entry never changes, except that its body and salt are erased together',
  });
  await addGuard(db, {
    name: 'audit_entries_stay',
    table: 'audit_entries',
    on: 'delete',
    sentence: 'Audit entries are never deleted',
  });
}
