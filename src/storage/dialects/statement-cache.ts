import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { invariant } from '#domain/invariant.ts';
import { translateError } from '../translate-error.ts';

// The house has about a hundred different statements; lists of varying length make a few more. Beyond that the oldest is dropped.
const MAX_STATEMENTS = 300;

/** The part of a connection that Kysely and the transaction driver need. */
export interface SqliteConnection extends SqliteDatabase {
  readonly inTransaction: boolean;
}

/**
 * A connection as Kysely sees it: each SQL text is prepared once, what cannot be bound on every database is refused, and errors come
 * out translated.
 */
export function withStatementCache(raw: Sqlite.Database): SqliteConnection {
  const statements = new Map<string, SqliteStatement>();
  return {
    get inTransaction() {
      return raw.inTransaction;
    },
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = translating(() => checked(raw.prepare(sql)));
      if (statements.size >= MAX_STATEMENTS) {
        const [oldest] = statements.keys();
        statements.delete(oldest ?? '');
      }
      statements.set(sql, statement);
      return statement;
    },
    close() {
      statements.clear();
      raw.close();
    },
  };
}

function checked(statement: Sqlite.Statement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => translating(() => statement.all(...parameters.map(bindable))),
    run: (parameters) => translating(() => statement.run(...parameters.map(bindable))),
    iterate: (parameters) => translating(() => statement.iterate(...parameters.map(bindable))),
  };
}

/**
 * Text, whole numbers and null are the values that mean the same in SQLite and PostgreSQL. SQLite would quietly store `undefined` and NaN
 * as null, and a fraction in a column of whole numbers; booleans and dates it refuses without saying which statement.
 */
function bindable(value: unknown): unknown {
  const isPortable = value === null || typeof value === 'string' || Number.isSafeInteger(value);
  invariant(
    isPortable,
    `Only text, whole numbers and null can be stored, not ${value instanceof Date ? 'a date' : describe(value)}`,
  );
  return value;
}

const describe = (value: unknown): string =>
  typeof value === 'number' ? 'a fraction or NaN' : `a value of type ${typeof value}`;

function translating<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translateError(error);
  }
}
