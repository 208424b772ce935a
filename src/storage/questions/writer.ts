import type { Transaction } from 'kysely';
import type { QuestionWriter } from '#workflow/ports/questions.ts';
import type { Database } from '../tables/database.ts';
import { createQuestionReader, questionFromRow } from './reader.ts';

export function createQuestionWriter(trx: Transaction<Database>): QuestionWriter {
  return {
    ...createQuestionReader(trx),
    async ask({ requestId, by, text, at }) {
      const row = await trx
        .insertInto('questions')
        .values({ request_id: requestId, person: by.person, slack_id: by.slackId, name: by.name, text, at })
        .returningAll()
        .executeTakeFirstOrThrow();
      return questionFromRow(row);
    },
    async answer(id, { text, at }) {
      const { numUpdatedRows } = await trx
        .updateTable('questions')
        .set({ answer: text, answered_at: at })
        .where('id', '=', id)
        .where('answer', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
