import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { primaryKey, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const requests: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createRequests(db);
  await createDecisions(db);
  await guardRequests(db);
  await guardDecisions(db);
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('requests')
    .addColumn('id', 'text', primaryKey)
    .addColumn('short_id', 'text', required)
    .addColumn('terms', 'text', required)
    .addColumn('digest', 'text', required)
    .addColumn('requester_slack_id', 'text', required)
    .addColumn('requester_person', 'text', required)
    .addColumn('beneficiary', 'text')
    .addColumn('state', 'text', required)
    .addColumn('revision', 'integer', required)
    .addColumn('attempt', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('deadline', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('outcome', 'text', required)
    .execute();
  await db.schema.createIndex('requests_short_id').on('requests').column('short_id').execute();
  await db.schema.createIndex('requests_newest').on('requests').columns(['created_at', 'id']).execute();
  await db.schema.createIndex('requests_due').on('requests').columns(['state', 'deadline']).execute();
  await db.schema
    .createIndex('requests_of_account')
    .on('requests')
    .columns(['requester_slack_id', 'created_at'])
    .execute();
  await db.schema.createIndex('requests_of_person').on('requests').columns(['requester_person', 'state']).execute();
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('comment', 'text', required)
    .addColumn('digest', 'text', required)
    .addColumn('at', 'bigint', required)
    .addPrimaryKeyConstraint('decisions_once_each', ['request_id', 'person'])
    .execute();
}

const TERMS = [
  'id',
  'short_id',
  'terms',
  'digest',
  'requester_slack_id',
  'requester_person',
  'beneficiary',
  'created_at',
] as const;
const FINAL = "'succeeded', 'simulated', 'partial', 'failed', 'stale', 'denied', 'cancelled', 'expired'";

async function guardRequests(db: Kysely<unknown>): Promise<void> {
  const table = 'requests';
  await addGuard(db, {
    name: 'requests_keep_terms',
    table,
    on: 'update',
    when: changes(...TERMS),
    sentence: 'What was asked for never changes',
  });
  await addGuard(db, {
    name: 'requests_stay_ended',
    table,
    on: 'update',
    when: `old.state in (${FINAL})`,
    sentence: 'A request that has ended never moves again',
  });
  await addGuard(db, {
    name: 'requests_count_moves',
    table,
    on: 'update',
    when: 'new.revision <> old.revision + 1 or new.attempt < old.attempt',
    sentence: 'Every move of a request counts its revision up by one and never its attempts down',
  });
  await addGuard(db, { name: 'requests_stay', table, on: 'delete', sentence: 'Requests are never deleted' });
}

async function guardDecisions(db: Kysely<unknown>): Promise<void> {
  const table = 'decisions';
  await addGuard(db, {
    name: 'decisions_by_another',
    table,
    on: 'insert',
    when: `exists (select 1 from requests where id = new.request_id
      and (requester_person = new.person or requester_slack_id = new.slack_id or beneficiary = new.person))`,
    sentence: 'Nobody decides on what they ask for or gain by',
  });
  await addGuard(db, { name: 'decisions_stay', table, on: 'update', sentence: 'A decision never changes' });
}
