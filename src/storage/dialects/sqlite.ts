import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { Fault } from '#domain/fault.ts';
import type { SqliteConnection } from './statement-cache.ts';

class TransactionalDdlAdapter extends SqliteAdapter {
  /** SQLite can roll DDL back; with Kysely's default a failing migration would leave its first tables behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: SqliteConnection;
  #lostCommit: Fault | null = null;

  constructor(database: SqliteConnection) {
    super({ database });
    this.#database = database;
  }

  /** Takes the write lock at once: a transaction that reads first and writes later could be refused at its first write. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#lostCommit !== null) throw this.#lostCommit;
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /**
   * A failed COMMIT is not a rollback: with a failing disk the rows may or may not be there after the next start. So nothing more is
   * written on top of it by this process.
   */
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.commitTransaction(connection);
    } catch (error) {
      this.#lostCommit = new Fault(
        'database.failed',
        'The database did not confirm a commit, so it is unknown whether the last change was stored. Restart Countersign: it reads back what is there.',
        { cause: error instanceof Fault ? error.cause : error },
      );
      throw this.#lostCommit;
    }
  }

  /** After a full disk SQLite has rolled back by itself, and a second ROLLBACK would only hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (!this.#database.inTransaction) return;
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      this.#lostCommit ??= new Fault(
        'database.failed',
        'The database could not undo a failed change. Restart Countersign.',
        { cause: error },
      );
    }
  }
}

/** Kysely's SQLite dialect with immediate transactions, migrations that roll back, and an honest COMMIT. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteConnection;

  constructor(database: SqliteConnection) {
    super({ database });
    this.#database = database;
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }
}
