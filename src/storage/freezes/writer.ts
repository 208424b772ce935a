import type { Transaction } from 'kysely';
import type { FreezeWriter } from '#workflow/ports/freezes.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createFreezeReader, freezeFromRow } from './reader.ts';

export function createFreezeWriter(trx: Transaction<Database>): FreezeWriter {
  return {
    ...createFreezeReader(trx),
    async begin({ scope, by, why, at }) {
      const row = await trx
        .insertInto('freezes')
        .values({ scope: toJsonText({ ...scope }), by_slack_id: by.slackId, by_name: by.name, why, at })
        .returningAll()
        .executeTakeFirstOrThrow();
      return freezeFromRow(row);
    },
    async end(id, { at, requestId }) {
      const { numUpdatedRows } = await trx
        .updateTable('freezes')
        .set({ ended_at: at, ended_by_request: requestId })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
