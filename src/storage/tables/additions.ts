import type { Generated } from 'kysely';

export interface AdditionsTable {
  id: Generated<number>;
  request_id: string;
  slack_id: string;
  text: string;
  at: number;
}
