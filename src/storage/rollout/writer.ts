import type { Transaction } from 'kysely';
import type { RolloutWriter } from '#workflow/ports/rollout.ts';
import type { Database } from '../tables/database.ts';
import { createRolloutReader, wordFromRow } from './reader.ts';

export function createRolloutWriter(trx: Transaction<Database>): RolloutWriter {
  return {
    ...createRolloutReader(trx),
    async say({ kind, selector, group, mode, by, why, requestId, at }, instead) {
      const row = await trx
        .insertInto('rollout_words')
        .values({
          kind,
          selector,
          group_name: group,
          mode,
          by_slack_id: by.slackId,
          by_name: by.name,
          why,
          request_id: requestId,
          at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      if (instead.length > 0) {
        await trx
          .updateTable('rollout_words')
          .set({ replaced_by: row.id })
          .where('id', 'in', instead)
          .where('replaced_by', 'is', null)
          .execute();
      }
      return wordFromRow(row);
    },
  };
}
