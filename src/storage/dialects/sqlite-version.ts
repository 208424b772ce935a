import { loadSqlite } from './load-sqlite.ts';

/** Version of the SQLite that the bot runs on, such as `3.53.4`. */
export async function sqliteVersion(): Promise<string> {
  const Database = await loadSqlite();
  const raw = new Database(':memory:');
  try {
    return String(raw.prepare('select sqlite_version()').pluck().get());
  } finally {
    raw.close();
  }
}
