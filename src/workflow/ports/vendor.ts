import type { Json } from '#domain/json.ts';
import type { Secret } from '#domain/secret.ts';
import type { Call } from '#operations/call.ts';

/** A person's click before a person's wait before a background poll. */
export type Priority = 'click' | 'work' | 'poll';

/** For whom a call is made: goes to the call log, never to the vendor. */
export interface CallContext {
  readonly priority: Priority;
  /** `request:R…`, `job:watch-audit-log`, `person:U…`. */
  readonly cause: string;
  /** Called once if the call has to wait longer than 3 s for the vendor's limit. */
  readonly onWait?: (wait: { readonly ahead: number; readonly seconds: number }) => void;
}

/** A call that was answered or not, with what an audit entry needs. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  /** The vendor's `x-request-id`. */
  readonly vendorRequestId: string | null;
  readonly durationMs: number;
}

/**
 * What came of one attempt to change something.
 * `applied`: 2xx and the whole answer parsed. `not-applied`: provably nothing happened (refused, or no byte was sent).
 * `throttled`: 429, nothing happened for a vendor that keeps its word; creates are looked up first. `unknown`: anything lost
 * after the first byte.
 */
export type Outcome =
  | {
      readonly kind: 'applied';
      readonly answer: Json;
      readonly secrets: readonly Secret[];
      readonly exchange: Exchange;
    }
  | { readonly kind: 'not-applied'; readonly code: string; readonly message: string; readonly exchange: Exchange }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number; readonly message: string; readonly exchange: Exchange }
  | { readonly kind: 'unknown'; readonly message: string; readonly exchange: Exchange };

/** The vendor, as far as the use cases may use it. */
export interface Vendor {
  /**
   * Reads with retries and pacing. `pages: 'all'` answers `{ data: [...] }` with every item. "Not found" answers null where
   * `absent: 'null'`, else it is a `Fault('openai.not_found')`.
   */
  read(
    call: Call,
    how: { readonly pages: 'one' | 'all'; readonly absent: 'fault' | 'null'; readonly context: CallContext },
  ): Promise<Json>;
  /** Exactly one HTTP request, never retried. Cuts out what stands at `secretAt` before anything else sees the answer. Never throws. */
  perform(
    call: Call,
    how: { readonly secretAt: readonly string[] | null; readonly context: CallContext },
  ): Promise<Outcome>;
  /** Whether a redacted value (`sk-admin-abc...wxyz`) can only be the key this process runs on. */
  isOwnKey(redacted: string): boolean;
  /** How far our clock was ahead of the vendor's at its last answer, to the second; null before the first that said its time. */
  clockAheadMs(): number | null;
}
