import type { Selectable } from 'kysely';
import type { NarrowedField, Suggestion } from '#approvals/suggestion.ts';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { fromJsonText } from '../json-text.ts';
import type { SuggestionsTable } from '../tables/suggestions.ts';

function endOf({ ended_at: at, taken_by: by, counted }: Selectable<SuggestionsTable>): Suggestion['end'] {
  if (at === null) return { as: 'open' };
  return by === null ? { as: 'kept', at } : { as: 'taken', at, by: requestId(by), counted: counted === 1 };
}

export function suggestionFromRow(row: Selectable<SuggestionsTable>): Suggestion {
  return {
    id: row.id,
    requestId: requestId(row.request_id),
    by: { person: personId(row.person), slackId: slackUserId(row.slack_id), name: row.name },
    input: fromJsonText(row.input) as JsonObject,
    fields: fromJsonText(row.fields) as readonly NarrowedField[],
    sight: row.sight,
    at: row.at,
    end: endOf(row),
  };
}
