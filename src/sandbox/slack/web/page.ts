import type { JsonRecord } from '../record.ts';
import { ApiError } from './api-error.ts';
import { type Arguments, limitOf } from './arguments.ts';

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly next: string;
}

/**
 * One page of a list by `cursor` and `limit`; the cursor is opaque to the app, empty after the last page.
 * @throws ApiError invalid_cursor, invalid_limit
 */
export function pageOf<Entry>(
  args: Arguments,
  all: readonly Entry[],
  bounds: { readonly normal: number; readonly max: number },
): Page<Entry> {
  const limit = limitOf(args, bounds);
  const start = startOf(args.text('cursor'));
  const end = start + limit;
  return {
    entries: all.slice(start, end),
    next: end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '',
  };
}

export function nextCursor(next: string): JsonRecord {
  return { response_metadata: { next_cursor: next } };
}

function startOf(cursor: string | null): number {
  if (cursor === null) return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (match === null) throw new ApiError('invalid_cursor');
  return Number(match[1]);
}
