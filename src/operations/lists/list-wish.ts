import { z } from 'zod';

/** How somebody wants a list: in which order, which rows of it, and perhaps as a file. Every read takes these; none declares them. */
export interface ListWish {
  /** A column's name as it was typed, with a minus before it for the other direction. */
  readonly sort: string | null;
  /** Only rows that hold this text in a cell. */
  readonly match: string | null;
  readonly file: ListFormat | null;
}

export type ListFormat = 'csv' | 'json';

export const asItComes: ListWish = { sort: null, match: null, file: null };

export function isAsItComes({ sort, match, file }: ListWish): boolean {
  return sort === null && match === null && file === null;
}

/** A wish that comes back from a button or a form. */
export const listWishSchema = z.strictObject({
  sort: z.string().nullable(),
  match: z.string().nullable(),
  file: z.enum(['csv', 'json']).nullable(),
});
