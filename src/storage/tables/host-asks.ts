import type { Generated } from 'kysely';

export interface HostAsksTable {
  id: Generated<number>;
  person: string;
  slack_id: string;
  name: string;
  /** JSON. */
  wish: string;
  asked_at: number;
  expires_at: number;
  ticket_hash: string | null;
  /** JSON. */
  proof: string | null;
  taken_at: number | null;
  /** JSON. */
  answer: string | null;
}
