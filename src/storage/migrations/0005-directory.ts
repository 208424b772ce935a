import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { primaryKey, required } from './column.ts';

export const directory: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createLeases(db);
  await db.schema
    .createTable('directory_lists')
    .addColumn('name', 'text', primaryKey)
    .addColumn('as_of', 'bigint', required)
    .execute();
  await db.schema
    .createTable('known_projects')
    .addColumn('id', 'text', primaryKey)
    .addColumn('position', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('known_users')
    .addColumn('id', 'text', primaryKey)
    .addColumn('position', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('email', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('added_at', 'bigint', required)
    .execute();
  await createKnownKeys(db);
}

async function createLeases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('leases')
    .addColumn('key_id', 'text', primaryKey)
    .addColumn('account_id', 'text', required)
    .addColumn('project_id', 'text', required)
    .addColumn('project_name', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('owner_slack_id', 'text', required)
    .addColumn('purpose', 'text', required)
    .addColumn('ends_at', 'bigint', required)
    .addColumn('request_id', 'text', required)
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema.createIndex('leases_of_account').on('leases').column('account_id').execute();
  await db.schema.createIndex('leases_of_owner').on('leases').columns(['owner_slack_id', 'request_id']).execute();
}

async function createKnownKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('known_keys')
    .addColumn('project_id', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('position', 'integer', required)
    .addColumn('name', 'text', required)
    .addColumn('redacted', 'text', required)
    .addColumn('project_name', 'text', required)
    .addColumn('owner_name', 'text', required)
    .addColumn('owner_email', 'text')
    .addColumn('account_id', 'text')
    .addColumn('created_at', 'bigint', required)
    .addColumn('last_used_at', 'bigint')
    .addColumn('expires_at', 'bigint')
    .addPrimaryKeyConstraint('known_keys_key', ['project_id', 'id'])
    .execute();
}
