import type { Transaction } from 'kysely';
import type { SuggestionWriter } from '#workflow/ports/suggestions.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createSuggestionReader } from './reader.ts';
import { suggestionFromRow } from './suggestion-row.ts';

export function createSuggestionWriter(trx: Transaction<Database>): SuggestionWriter {
  return {
    ...createSuggestionReader(trx),
    async make({ requestId, by, input, fields, sight, at }) {
      const row = await trx
        .insertInto('suggestions')
        .values({
          request_id: requestId,
          person: by.person,
          slack_id: by.slackId,
          name: by.name,
          input: toJsonText(input),
          fields: toJsonText(fields.map((field) => ({ ...field }))),
          sight,
          at,
          counted: 0,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return suggestionFromRow(row);
    },
    async end(id, { at, taken }) {
      const { numUpdatedRows } = await trx
        .updateTable('suggestions')
        .set({ ended_at: at, taken_by: taken?.by ?? null, counted: taken?.counted === true ? 1 : 0 })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
