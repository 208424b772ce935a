import { type Kysely, sql } from 'kysely';
import type { Database } from '../tables/database.ts';

export type Integrity = { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the whole file and compares tables with their indexes and references. Lists at most 20 problems of each kind. */
export async function checkSqliteIntegrity(db: Kysely<Database>): Promise<Integrity> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const references = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const problems = [
    ...pages.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...references.rows
      .slice(0, 20)
      .map((row) => `A row of ${row.table} refers to a row of ${row.parent} that is not there`),
  ];
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}
