import type { JsonObject } from './endpoint.ts';
import { badRequest } from './problem.ts';
import { limitField, queryField } from './query.ts';

/** The query of an ordinary list: OpenAI API reference, 2026-11. */
export const pageQuery = {
  after: queryField.text,
  limit: limitField({ least: 1, most: 100, fallback: 20 }),
} as const;

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

function indexOfCursor(rows: readonly { readonly id: string }[], id: string, param: string): number {
  const index = rows.findIndex((row) => row.id === id);
  if (index < 0) throw badRequest(`Invalid cursor: no object '${id}' in this list.`, { param });
  return index;
}
