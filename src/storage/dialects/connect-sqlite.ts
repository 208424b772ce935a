import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import { translateError } from '../translate-error.ts';
import { assertVersion, loadSqlite } from './load-sqlite.ts';

// better-sqlite3 waits for another process's lock on the main thread, where nothing else happens meanwhile.
const BUSY_TIMEOUT_MS = 250;

/** The bot's own connection: a file (made with mode 0600 if it is new) or, with `null`, memory. */
export async function connectWriter(path: string | null, waitMs = BUSY_TIMEOUT_MS): Promise<Sqlite.Database> {
  if (path !== null) createPrivateFile(path);
  return connect(path ?? ':memory:', { timeout: waitMs }, (raw) => {
    if (path !== null) setPragma(raw, 'journal_mode', 'wal');
    // The default of this build in WAL is NORMAL, which may lose the newest commits with the power. An approval must not be lost.
    setPragma(raw, 'synchronous', 2);
    setPragma(raw, 'foreign_keys', 1);
  });
}

/** A connection that cannot write, beside a running bot or without one. */
export async function connectReader(path: string): Promise<Sqlite.Database> {
  return connect(path, { readonly: true, fileMustExist: true }, (raw) => setPragma(raw, 'query_only', 1));
}

async function connect(
  path: string,
  options: Sqlite.Options,
  prepare: (raw: Sqlite.Database) => void,
): Promise<Sqlite.Database> {
  const Database = await loadSqlite();
  let raw: Sqlite.Database | null = null;
  try {
    raw = new Database(path, { timeout: BUSY_TIMEOUT_MS, ...options });
    assertVersion(raw);
    // Whoever could plant a view or trigger in the file must not be able to call functions through it.
    setPragma(raw, 'trusted_schema', 0);
    prepare(raw);
    return raw;
  } catch (error) {
    raw?.close();
    throw translateError(error);
  }
}

/** Settings are per connection and a wrong one fails silently, so each is read back. */
function setPragma(raw: Sqlite.Database, name: string, value: string | number): void {
  raw.pragma(`${name} = ${value}`);
  const actual = raw.pragma(name, { simple: true });
  if (actual !== value) {
    throw new Fault('database.failed', `The database did not accept ${name} = ${value} (it stays ${String(actual)}).`);
  }
}

/**
 * SQLite gives its side files the mode of the database, so the mode is set before it makes any. An existing file is only ever changed by
 * name: closing a descriptor of it would drop the locks that this process holds on it.
 */
export function createPrivateFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    if (!createdAnew(path)) chmodSync(path, 0o600);
  } catch (error) {
    throw new Fault(
      'database.failed',
      `${path} cannot be created and made private: check its folder and who owns it.`,
      { cause: error },
    );
  }
}

/** Creates the file unless there is one; answers whether it did. */
function createdAnew(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
