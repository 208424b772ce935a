import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, primaryKey, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const stepUp: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createProofs(db);
  await createPasskeys(db);
  await createCodes(db);
  await createPages(db);
}

async function createProofs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decision_proofs')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('person', 'text', required)
    .addColumn('proof', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await db.schema.createIndex('proofs_of_decision').on('decision_proofs').columns(['request_id', 'person']).execute();
  const table = 'decision_proofs';
  const sentence = 'What was proven never changes';
  await addGuard(db, { name: 'decision_proofs_stay', table, on: 'update', sentence });
  await addGuard(db, { name: 'decision_proofs_are_kept', table, on: 'delete', sentence });
}

async function createPasskeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passkeys')
    .addColumn('credential_id', 'text', primaryKey)
    .addColumn('person', 'text', required)
    .addColumn('public_key', 'text', required)
    .addColumn('counter', 'bigint', required)
    .addColumn('origin', 'text', required)
    .addColumn('enrolled_at', 'bigint', required)
    .addColumn('counts_from', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema.createIndex('passkeys_of_person').on('passkeys').columns(['person', 'ended_at']).execute();
  await addGuard(db, {
    name: 'passkeys_keep',
    table: 'passkeys',
    on: 'update',
    when: `old.ended_at is not null or ${changes('credential_id', 'person', 'public_key', 'origin', 'enrolled_at', 'counts_from')}`,
    sentence: 'A passkey belongs to one person for good',
  });
  const sentence = 'Passkeys are never deleted: what they signed is proven with them';
  await addGuard(db, { name: 'passkeys_stay', table: 'passkeys', on: 'delete', sentence });
}

async function createCodes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_seeds')
    .addColumn('person', 'text', primaryKey)
    .addColumn('sealed', 'text', (column) => column.notNull().unique())
    .addColumn('last_step', 'bigint', required)
    .addColumn('origin', 'text', required)
    .addColumn('enrolled_at', 'bigint', required)
    .addColumn('counts_from', 'bigint', required)
    .execute();
  await addGuard(db, {
    name: 'code_seeds_count_up',
    table: 'code_seeds',
    on: 'update',
    when: 'new.sealed = old.sealed and new.last_step <= old.last_step',
    sentence: 'A code is used once',
  });
  await db.schema
    .createTable('code_failures')
    .addColumn('person', 'text', primaryKey)
    .addColumn('count', 'integer', required)
    .addColumn('locked_until', 'bigint')
    .execute();
  await db.schema
    .createTable('recovery_codes')
    .addColumn('person', 'text', required)
    .addColumn('hash', 'text', required)
    .addColumn('used_at', 'bigint')
    .addPrimaryKeyConstraint('recovery_codes_once', ['person', 'hash'])
    .execute();
}

async function createPages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('enrolments')
    .addColumn('id', 'integer', neverReused)
    .addColumn('person', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('origin', 'text', required)
    .addColumn('request_id', 'text', (column) => column.references('requests.id'))
    .addColumn('opens_at', 'bigint', required)
    .addColumn('expires_at', 'bigint', required)
    .addColumn('cooling_ms', 'bigint', required)
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema.createIndex('enrolments_of_person').on('enrolments').columns(['person', 'used_at']).execute();
  await db.schema
    .createTable('tickets')
    .addColumn('hash', 'text', primaryKey)
    .addColumn('purpose', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('slack_id', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('request_id', 'text')
    .addColumn('digest', 'text')
    .addColumn('enrolment_id', 'integer')
    .addColumn('challenge', 'text')
    .addColumn('expires_at', 'bigint', required)
    .addColumn('used_at', 'bigint')
    .execute();
}
