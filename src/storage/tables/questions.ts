import type { Generated } from 'kysely';

export interface QuestionsTable {
  id: Generated<number>;
  request_id: string;
  person: string;
  slack_id: string;
  name: string;
  text: string;
  at: number;
  answer: string | null;
  answered_at: number | null;
}
