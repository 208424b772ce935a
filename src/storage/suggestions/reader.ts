import type { Kysely } from 'kysely';
import { mostSuggestions } from '#approvals/suggestion.ts';
import type { SuggestionReader } from '#workflow/ports/suggestions.ts';
import type { Database } from '../tables/database.ts';
import { suggestionFromRow } from './suggestion-row.ts';

export function createSuggestionReader(db: Kysely<Database>): SuggestionReader {
  return {
    async of(id) {
      const rows = await db
        .selectFrom('suggestions')
        .selectAll()
        .where('request_id', '=', id)
        .orderBy('id')
        .limit(mostSuggestions)
        .execute();
      return rows.map(suggestionFromRow);
    },
  };
}
