import type { Generated } from 'kysely';

export interface SuggestionsTable {
  id: Generated<number>;
  request_id: string;
  person: string;
  slack_id: string;
  name: string;
  /** JSON, as are the fields. */
  input: string;
  fields: string;
  sight: string;
  at: number;
  ended_at: number | null;
  taken_by: string | null;
  counted: number;
}
