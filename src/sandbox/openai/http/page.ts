import { z } from 'zod';

import { newestFirst } from '../organization.ts';
import type { JsonObject } from './endpoint.ts';
import { badRequest } from './problem.ts';
import { type LimitRange, limitField, queryField } from './query.ts';

/** The query of an ordinary list: OpenAI API reference, 2026-11. */
export const pageQuery = {
  after: queryField.text,
  limit: limitField({ least: 1, most: 100, fallback: 20 }),
} as const;

/** The query of a list that can be turned round; the order and the page sizes differ from family to family. */
export function orderedPageQuery(order: 'asc' | 'desc', limits: LimitRange = { least: 1, most: 100, fallback: 20 }) {
  return {
    after: queryField.text,
    limit: limitField(limits),
    order: z.enum(['asc', 'desc']).default(order),
  } as const;
}

interface Slice {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/**
 * One page of `rows` in cursor style: what follows `after`, or the last rows ahead of `before`. `has_more` speaks of the
 * direction of travel. Throws a 400 for a cursor that names no row.
 */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  slice: Slice,
  show: (row: Row) => JsonObject,
): JsonObject {
  const start = slice.after === undefined ? 0 : indexOfCursor(rows, slice.after, 'after') + 1;
  const end = slice.before === undefined ? rows.length : indexOfCursor(rows, slice.before, 'before');
  const candidates = rows.slice(start, end);
  const backwards = slice.before !== undefined && slice.after === undefined;
  const page = backwards ? candidates.slice(-slice.limit) : candidates.slice(0, slice.limit);
  return {
    object: 'list',
    data: page.map(show),
    first_id: page[0]?.id ?? null,
    last_id: page.at(-1)?.id ?? null,
    has_more: candidates.length > page.length,
  };
}

/**
 * One page of `rows` in the style of groups and roles: `next` is what `after` takes to go on, and is nothing to read. Throws
 * a 400 for a cursor that this list did not give.
 */
export function nextPageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  slice: Pick<Slice, 'limit' | 'after'>,
  show: (row: Row) => JsonObject,
): JsonObject {
  const start = slice.after === undefined ? 0 : indexOfCursor(rows, idIn(slice.after), 'after') + 1;
  const page = rows.slice(start, start + slice.limit);
  const last = page.at(-1);
  const hasMore = rows.length > start + page.length;
  return {
    object: 'list',
    data: page.map(show),
    has_more: hasMore,
    next: hasMore && last !== undefined ? cursorFor(last.id) : null,
  };
}

/** Rows by their age, newest or oldest first. */
export function inOrder<Row>(rows: Iterable<Row>, order: 'asc' | 'desc', atSec: (row: Row) => number): readonly Row[] {
  const newest = newestFirst(rows, atSec);
  return order === 'desc' ? newest : newest.toReversed();
}

/** Anything but an id, so that nobody takes it for one. */
function cursorFor(id: string): string {
  return Buffer.from(`after ${id}`).toString('base64url');
}

function idIn(cursor: string): string {
  return Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/^after /, '');
}

function indexOfCursor(rows: readonly { readonly id: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw badRequest(`Invalid cursor: no object '${id}' in this list.`, { param });
  return index;
}
