import { type Kysely, sql } from 'kysely';

/**
 * A trigger that refuses a write. It is the second line of defence behind the program's own checks: it catches a bug of ours and a slip in
 * a database shell, not somebody who means to. SQLite's words; another dialect needs its own.
 */
export async function addGuard(
  db: Kysely<unknown>,
  guard: {
    readonly name: string;
    readonly table: string;
    readonly on: 'insert' | 'update' | 'delete';
    /** SQL over `old` and `new`; the write is refused where it is true. */
    readonly when?: string;
    readonly sentence: string;
  },
): Promise<void> {
  const condition = guard.when === undefined ? sql`` : sql`when ${sql.raw(guard.when)}`;
  await sql`create trigger ${sql.id(guard.name)} before ${sql.raw(guard.on)} on ${sql.table(guard.table)} for each row ${condition}
    begin select raise(abort, ${sql.lit(guard.sentence)}); end`.execute(db);
}

/** True where any of these columns would change, null counting as a value. */
export const changes = (...columns: readonly string[]): string =>
  columns.map((column) => `new.${column} is distinct from old.${column}`).join(' or ');
