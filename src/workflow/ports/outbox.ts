import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';

/** What must reach Slack. The message is drawn from the record when it is sent, so a row says only what to draw. */
export interface OutboxItem {
  readonly kind:
    | 'card'
    | 'confidant-card'
    | 'requester-dm'
    | 'question'
    | 'suggestion'
    | 'owner-dm'
    | 'story'
    | 'alert'
    | 'refusals'
    | 'notice'
    | 'reminder'
    | 'founding';
  /** Unsent items with the same key are one: the newest state is drawn once. */
  readonly key: string;
  readonly lane: 'urgent' | 'normal' | 'bulk';
  readonly payload: JsonObject;
  readonly notBefore: Instant;
}

export interface OutboxRow extends OutboxItem {
  readonly id: number;
  readonly attempts: number;
  /** Since when it ought to have left. */
  readonly wantedAt: Instant;
}

export interface OutboxReader {
  /** Due rows, urgent first, then oldest. */
  due(now: Instant, limit: number): Promise<readonly OutboxRow[]>;
  /** Of what ought to have left by now. */
  depth(now: Instant): Promise<{ readonly waiting: number; readonly oldest: Instant | null }>;
}

export interface OutboxWriter extends OutboxReader {
  put(item: OutboxItem, now: Instant): Promise<void>;
  sent(id: number, at: Instant): Promise<void>;
  /** Keeps the row and tries again later. */
  retry(id: number, notBefore: Instant, why: string): Promise<void>;
  /** The channel was busy: later, without counting as an attempt. */
  postpone(id: number, notBefore: Instant): Promise<void>;
  /** Gives up; the row is kept with the reason for people to see. */
  bury(id: number, at: Instant, why: string): Promise<void>;
}
