import type { Entry, EntryBody } from '#audit/entry.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** `head` is the hash of the last entry. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly head: string;
}

export interface AuditReader {
  /** Entries with seq ≥ from, at most `limit`, in order. */
  range(from: number, limit: number): Promise<readonly Entry[]>;
  head(): Promise<{ readonly seq: number; readonly hash: string } | null>;
  /** First and last seq of a request's entries. */
  spanOf(id: RequestId): Promise<Span | null>;
  /** The same of many requests at once; what has no entry is left out. */
  spansOf(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Span>>;
  entriesOf(id: RequestId): Promise<readonly Entry[]>;
}

export interface AuditWriter extends AuditReader {
  /** Appends one entry in this transaction; the chain's head moves with it. */
  append(entry: {
    readonly at: Instant;
    readonly requestId: RequestId | null;
    readonly body: EntryBody;
    readonly salt: Buffer;
  }): Promise<Entry>;
}
