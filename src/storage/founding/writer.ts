import type { Transaction } from 'kysely';
import type { FoundingWriter } from '#workflow/ports/founding.ts';
import type { Database } from '../tables/database.ts';
import { createFoundingReader } from './reader.ts';

export function createFoundingWriter(trx: Transaction<Database>): FoundingWriter {
  return {
    ...createFoundingReader(trx),
    async confirm(subject, { person, slackId, name, at }) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('founders')
        .values({ subject, person, slack_id: slackId, name, at })
        .onConflict((conflict) => conflict.columns(['subject', 'person']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
