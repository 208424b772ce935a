import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { required } from './column.ts';
import { addGuard, changes } from './guard.ts';

const KEY = ['request_id', 'attempt', 'position'] as const;

export const effects: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('effects')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('attempt', 'integer', required)
    .addColumn('position', 'integer', required)
    .addColumn('step_id', 'text', required)
    .addColumn('part', 'text', required)
    .addColumn('template_hash', 'text', required)
    .addColumn('bindings', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('answer', 'text', required)
    .addColumn('resource_ids', 'text', required)
    .addColumn('started_at', 'bigint', required)
    .addColumn('settled_at', 'bigint')
    .addPrimaryKeyConstraint('effects_key', [...KEY])
    .execute();
  await db.schema
    .createTable('effect_resources')
    .addColumn('resource_id', 'text', required)
    .addColumn('request_id', 'text', required)
    .addColumn('attempt', 'integer', required)
    .addColumn('position', 'integer', required)
    .addPrimaryKeyConstraint('effect_resources_key', ['resource_id', ...KEY])
    .addForeignKeyConstraint('effect_resources_of', [...KEY], 'effects', [...KEY])
    .execute();
  await db.schema
    .createIndex('effect_resources_by_effect')
    .on('effect_resources')
    .columns([...KEY])
    .execute();
  await addGuard(db, {
    name: 'effects_keep_calls',
    table: 'effects',
    on: 'update',
    when: changes(...KEY, 'step_id', 'part', 'template_hash', 'bindings', 'started_at'),
    sentence: 'What was about to be sent never changes',
  });
  await addGuard(db, {
    name: 'effects_stay_settled',
    table: 'effects',
    on: 'update',
    when: "old.status in ('applied', 'not-applied')",
    sentence: 'A settled effect never changes',
  });
  await addGuard(db, { name: 'effects_stay', table: 'effects', on: 'delete', sentence: 'Effects are never deleted' });
}
