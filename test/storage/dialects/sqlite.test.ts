import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ImmediateSqliteDialect } from '#storage/dialects/sqlite.ts';
import { type SqliteConnection, withStatementCache } from '#storage/dialects/statement-cache.ts';

interface Tables {
  a: { b: string };
}

function open(raw: Sqlite.Database, change: (connection: SqliteConnection) => SqliteConnection = (same) => same) {
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(change(withStatementCache(raw))) });
}

function memory(): Sqlite.Database {
  return new Sqlite(':memory:').exec('create table a (b text)');
}

/** A connection on which one statement fails as a broken disk would make it fail. */
function failingAt(text: string, connection: SqliteConnection): SqliteConnection {
  return {
    get inTransaction() {
      return connection.inTransaction;
    },
    close: () => connection.close(),
    prepare(statement) {
      if (statement === text) throw new Error(`${text} failed`);
      return connection.prepare(statement);
    },
  };
}

describe('ImmediateSqliteDialect', () => {
  it('keeps the first error when SQLite has already rolled back by itself', async () => {
    const raw = memory();
    const db = open(raw);
    const work = db.transaction().execute(async (trx) => {
      await trx.insertInto('a').values({ b: '1' }).execute();
      // What SQLite does on its own when the disk is full.
      raw.exec('rollback');
      throw new Error('disk full');
    });
    await expect(work).rejects.toThrow('disk full');
    await db.transaction().execute((trx) => trx.insertInto('a').values({ b: '2' }).execute());
    expect(await db.selectFrom('a').selectAll().execute()).toEqual([{ b: '2' }]);
  });

  it('reports a full database as what it is and can go on when there is room', async () => {
    const raw = memory();
    const db = open(raw);
    raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 2}`);
    const big = (trx: Kysely<Tables>) =>
      trx
        .insertInto('a')
        .values({ b: 'x'.repeat(50_000) })
        .execute();
    await expect(db.transaction().execute(big)).rejects.toMatchObject({
      code: 'database.failed',
      message: expect.stringContaining('SQLITE_FULL'),
    });
    raw.pragma('max_page_count = 1000');
    await db.transaction().execute(big);
    expect(await db.selectFrom('a').selectAll().execute()).toHaveLength(1);
  });

  it('keeps the first error when undoing fails too, and then refuses to write', async () => {
    const db = open(memory(), (connection) => failingAt('rollback', connection));
    const work = db.transaction().execute(async () => {
      throw new Error('the work failed');
    });
    await expect(work).rejects.toThrow('the work failed');
    await expect(db.transaction().execute(async () => 1)).rejects.toMatchObject({
      code: 'database.failed',
      message: expect.stringContaining('could not undo'),
    });
  });

  it('says that the outcome of a failed commit is unknown, with the cause, and then refuses to write', async () => {
    const db = open(memory(), (connection) => failingAt('commit', connection));
    const insert = (trx: Kysely<Tables>) => trx.insertInto('a').values({ b: '1' }).execute();
    const failed = {
      code: 'database.failed',
      canRetry: false,
      message: expect.stringContaining('unknown'),
      cause: new Error('commit failed'),
    };
    await expect(db.transaction().execute(insert)).rejects.toMatchObject(failed);
    await expect(db.transaction().execute(insert)).rejects.toMatchObject(failed);
  });

  it('takes the write lock before the first read, so that a later write cannot be refused', async () => {
    const raw = memory();
    const begun: string[] = [];
    const db = open(raw, (connection) => ({
      get inTransaction() {
        return connection.inTransaction;
      },
      close: () => connection.close(),
      prepare(statement) {
        begun.push(statement);
        return connection.prepare(statement);
      },
    }));
    await db.transaction().execute((trx) => sql`select 1`.execute(trx));
    expect(begun).toEqual(['begin immediate', 'select 1', 'commit']);
  });
});
