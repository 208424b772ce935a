import { invariant } from '#domain/invariant.ts';

/** What a query may answer at once: what was asked for, within the bound. (SQLite would take a negative limit for none at all.) */
export function pageSize(asked: number, max: number): number {
  invariant(Number.isInteger(asked) && asked >= 0, 'A limit is a whole number of rows');
  return Math.min(asked, max);
}
