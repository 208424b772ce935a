import type { JsonRecord } from '../record.ts';

/** What Slack sends to the app, before the transport wraps it. */
export type Envelope =
  | { readonly kind: 'slash_commands'; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: 'interactive'; readonly payload: JsonRecord }
  | { readonly kind: 'events_api'; readonly payload: JsonRecord; readonly retry: Retry | null };

/** An event that was not acknowledged is sent again, numbered from 1. */
export interface Retry {
  readonly number: number;
  readonly reason: 'http_timeout' | 'http_error';
}

/** `answer` is the acknowledgement's body: JSON, a text, or null for an empty one. */
export type Delivered =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly failed: 'operation_timeout' | 'dispatch_failed' };

/** One way from Slack to the app. */
export interface Delivery {
  send(envelope: Envelope): Promise<Delivered>;
  close(): Promise<void>;
}
