import { Kysely } from 'kysely';
import { Fault } from '#domain/fault.ts';
import type { Reading } from '#workflow/ports/store.ts';
import { databasePath } from './database-url.ts';
import { connectReader } from './dialects/connect-sqlite.ts';
import { checkSqliteIntegrity, type Integrity } from './dialects/sqlite-integrity.ts';
import { ImmediateSqliteDialect } from './dialects/sqlite.ts';
import { withStatementCache } from './dialects/statement-cache.ts';
import { assertMigrated } from './migrate.ts';
import { createReading } from './reading.ts';
import type { Database } from './tables/database.ts';

export interface OpenedReader extends Reading {
  checkIntegrity(): Promise<Integrity>;
  close(): Promise<void>;
}

/**
 * Opens an existing database for reading only, whether or not a bot is running on it; neither waits for the other. Throws `Fault`
 * where there is no such database or it is of another version than this program.
 */
export async function openReader(url: string): Promise<OpenedReader> {
  const path = databasePath(url);
  if (path === null) throw new Fault('config.invalid', 'A database in memory cannot be read from another process.');
  const connection = withStatementCache(await connectReader(path));
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(connection) });
  try {
    await assertMigrated(db);
  } catch (error) {
    connection.close();
    throw error;
  }
  return { ...createReading(db), checkIntegrity: () => checkSqliteIntegrity(db), close: () => db.destroy() };
}
