import { Kysely } from 'kysely';
import { Fault } from '#domain/fault.ts';
import { secondMs } from '#domain/instant.ts';
import { databasePath } from './database-url.ts';
import { connectWriter } from './dialects/connect-sqlite.ts';
import { ImmediateSqliteDialect } from './dialects/sqlite.ts';
import { withStatementCache } from './dialects/statement-cache.ts';
import { assertMigrated } from './migrate.ts';
import { createStore, type OpenedStore } from './open-store.ts';
import type { Database } from './tables/database.ts';

// Nothing else happens in such a process, and what it writes has to be written: a freeze must not fail because the bot was just writing.
const PATIENCE_MS = 5 * secondMs;

/**
 * Opens an existing database for a few writes beside the running bot: a transaction takes the database from its beginning, so that the
 * chain's head is read and moved by one process at a time. Migrates nothing. Throws `Fault` where there is no database of this version.
 */
export async function openBeside(url: string): Promise<OpenedStore> {
  const path = databasePath(url);
  if (path === null) throw new Fault('config.invalid', 'A database in memory belongs to one process.');
  const connection = withStatementCache(await connectWriter(path, PATIENCE_MS));
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(connection) });
  try {
    await assertMigrated(db);
  } catch (error) {
    connection.close();
    throw error;
  }
  return createStore(db, path);
}
