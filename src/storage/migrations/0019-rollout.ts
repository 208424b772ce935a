import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { neverReused, required } from './column.ts';
import { addGuard, changes } from './guard.ts';

export const rollout: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rollout_words')
    .addColumn('id', 'integer', neverReused)
    .addColumn('kind', 'text', required)
    .addColumn('selector', 'text', required)
    .addColumn('group_name', 'text')
    .addColumn('mode', 'text', required)
    .addColumn('by_slack_id', 'text', required)
    .addColumn('by_name', 'text', required)
    .addColumn('why', 'text', required)
    .addColumn('request_id', 'text', (column) => column.unique().references('requests.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('replaced_by', 'integer', (column) => column.references('rollout_words.id'))
    .execute();
  await db.schema.createIndex('rollout_words_counting').on('rollout_words').columns(['replaced_by', 'id']).execute();
  await addGuard(db, {
    name: 'rollout_words_stay',
    table: 'rollout_words',
    on: 'update',
    when: `old.replaced_by is not null or ${changes('kind', 'selector', 'group_name', 'mode', 'request_id', 'at')}`,
    sentence: 'What was said about the rollout never changes',
  });
  // One person alone can only hold back.
  await addGuard(db, {
    name: 'rollout_words_open_by_request',
    table: 'rollout_words',
    on: 'insert',
    when: "new.kind <> 'hold' and new.request_id is null",
    sentence: 'Nothing is opened without a request',
  });
}
