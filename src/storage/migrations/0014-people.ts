import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, primaryKey, required } from './column.ts';

export const people: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('groups_seen')
    .addColumn('id', 'text', primaryKey)
    .addColumn('first_at', 'bigint', required)
    .addColumn('last_at', 'bigint', required)
    .execute();
  // `since` is null for who was there when the group was seen first: nobody can say since when.
  await db.schema
    .createTable('group_members')
    .addColumn('group_id', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('since', 'bigint')
    .addPrimaryKeyConstraint('group_members_key', ['group_id', 'slack_id'])
    .execute();
  await db.schema
    .createTable('people')
    .addColumn('person', 'text', primaryKey)
    .addColumn('name', 'text', required)
    .addColumn('accounts', 'text', required)
    .addColumn('openai_id', 'text')
    .addColumn('openai_email', 'text')
    .addColumn('unit', 'text')
    .addColumn('source', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('why', 'text', required)
    .addColumn('since', 'bigint', required)
    .addColumn('bound_by_request', 'text', required)
    .execute();
  await db.schema
    .createTable('people_proposals')
    .addColumn('id', 'integer', neverReused)
    .addColumn('rows', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('used_by_request', 'text')
    .execute();
}
