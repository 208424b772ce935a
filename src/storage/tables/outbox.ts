import type { OutboxItem } from '#workflow/ports/outbox.ts';
import type { Generated } from 'kysely';

export interface OutboxTable {
  id: Generated<number>;
  kind: OutboxItem['kind'];
  key: string;
  /** 0 urgent, 1 normal, 2 bulk: a number, so that an index can sort by it. */
  lane: number;
  /** JSON. */
  payload: string;
  not_before: number;
  attempts: number;
  /** Since when it ought to have left. */
  created_at: number;
  sent_at: number | null;
  /** Given up; kept for people to see. */
  buried_at: number | null;
  last_problem: string | null;
}
