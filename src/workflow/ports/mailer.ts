import type { MessagePlace } from './messages.ts';
import type { OutboxRow } from './outbox.ts';

/** What became of one outbox row. A `busy` channel costs no attempt. */
export type Delivered =
  | { readonly kind: 'sent'; readonly remember: { readonly key: string; readonly place: MessagePlace } | null }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly why: string; readonly canRetry: boolean };

/** Draws a row from the record as it stands and posts or updates the message. Never throws. */
export interface Mailer {
  deliver(row: OutboxRow): Promise<Delivered>;
}
