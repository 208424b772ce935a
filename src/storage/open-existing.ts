import type Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Fault } from '#domain/fault.ts';
import { databasePath } from './database-url.ts';
import { ImmediateSqliteDialect } from './dialects/sqlite.ts';
import { withStatementCache } from './dialects/statement-cache.ts';
import { assertMigrated } from './migrate.ts';
import type { Database } from './tables/database.ts';

/**
 * Opens a database that is there, beside the process that owns it. Migrates nothing. Throws `Fault` where there is none of this program's
 * version, or where it is in memory and so nobody else's.
 */
export async function openExisting(
  url: string,
  connect: (path: string) => Promise<Sqlite.Database>,
): Promise<{ readonly db: Kysely<Database>; readonly path: string }> {
  const path = databasePath(url);
  if (path === null) throw new Fault('config.invalid', 'A database in memory belongs to one process.');
  const connection = withStatementCache(await connect(path));
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(connection) });
  try {
    await assertMigrated(db);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { db, path };
}
