import type { Transaction } from 'kysely';
import type { StandingWriter } from '#workflow/ports/standings.ts';
import type { Database } from '../tables/database.ts';
import { createStandingReader } from './reader.ts';

export function createStandingWriter(trx: Transaction<Database>): StandingWriter {
  return {
    ...createStandingReader(trx),
    async keep(slackId, { word, at }) {
      await trx
        .insertInto('standings')
        .values({ slack_id: slackId, word, at })
        .onConflict((conflict) => conflict.column('slack_id').doUpdateSet({ word, at }))
        .execute();
    },
  };
}
