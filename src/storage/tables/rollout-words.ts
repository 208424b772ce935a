import type { Generated } from 'kysely';

export interface RolloutWordsTable {
  id: Generated<number>;
  /** `open` or `hold`. */
  kind: string;
  selector: string;
  /** A group of the policy; null is everyone. */
  group_name: string | null;
  mode: string;
  by_slack_id: string;
  by_name: string;
  why: string;
  /** The request that two people approved; null where one person held back. */
  request_id: string | null;
  at: number;
  /** The later word that left nothing to this one. */
  replaced_by: number | null;
}
