import { Kysely } from 'kysely';
import type { Store } from '#workflow/ports/store.ts';
import { databasePath } from './database-url.ts';
import { connectWriter } from './dialects/connect-sqlite.ts';
import { checkSqliteIntegrity, type Integrity } from './dialects/sqlite-integrity.ts';
import { ImmediateSqliteDialect } from './dialects/sqlite.ts';
import { withStatementCache } from './dialects/statement-cache.ts';
import { migrate } from './migrate.ts';
import { createReading } from './reading.ts';
import type { Database } from './tables/database.ts';
import { createTransactionScope, readsOutside } from './transaction-scope.ts';
import { createWriting } from './writing.ts';

export interface OpenedStore extends Store {
  /** Absolute path of the database file; null in memory. */
  readonly path: string | null;
  checkIntegrity(): Promise<Integrity>;
}

/**
 * Opens the bot's database and brings it up to this program. `url` is `sqlite:<path>` or `sqlite::memory:`. Take the instance lock of
 * the path first: two bots on one database would each send the other's messages.
 *
 * Throws `Fault` (`config.invalid`, `database.failed`, `database.busy`) and leaves the database as it was.
 */
export async function openStore(settings: { readonly url: string }): Promise<OpenedStore> {
  const path = databasePath(settings.url);
  const connection = withStatementCache(await connectWriter(path));
  const db = new Kysely<Database>({ dialect: new ImmediateSqliteDialect(connection) });
  try {
    await migrate(db);
  } catch (error) {
    connection.close();
    throw error;
  }
  return createStore(db, path);
}

/** The store on an opened database. */
export function createStore(db: Kysely<Database>, path: string | null): OpenedStore {
  const scope = createTransactionScope();
  const outside = db.withPlugin(readsOutside(scope));
  let closing: Promise<void> | null = null;
  // Waits for its turn, so that a transaction that is under way is not cut off.
  const close = () =>
    db
      .connection()
      .execute(async () => undefined)
      .then(() => db.destroy());
  return {
    path,
    read: createReading(outside),
    async transact(work) {
      scope.assertOutside('A transaction cannot be started inside a transaction');
      return scope.run(() => db.transaction().execute((trx) => work(createWriting(trx))));
    },
    checkIntegrity: () => checkSqliteIntegrity(outside),
    close: () => (closing ??= close()),
  };
}
