import type { Generated } from 'kysely';

export interface FreezesTable {
  id: Generated<number>;
  /** JSON. */
  scope: string;
  by_slack_id: string;
  by_name: string;
  why: string;
  at: number;
  ended_at: number | null;
  ended_by_request: string | null;
}
