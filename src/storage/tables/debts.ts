import type { Generated } from 'kysely';

export interface DebtsTable {
  id: Generated<number>;
  request_id: string;
  kind: string;
  person: string;
  slack_id: string;
  name: string;
  title: string;
  incident: string;
  /** JSON list of people. */
  approvers: string;
  opened_at: number;
  told_at: number;
  closed_at: number | null;
  closed_by_request: string | null;
}
