import type Sqlite from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import { invariant } from '#domain/invariant.ts';

// better-sqlite3 13 is built for Node-API 10; an older Node (20, or 22 before 22.14) dies of a segmentation fault instead of an error.
const MIN_NODE_API = 10;

/** The native module, loaded only by a Node that can run it. */
export async function loadSqlite(): Promise<typeof Sqlite> {
  const nodeApi = Number(process.versions['napi']);
  if (!(nodeApi >= MIN_NODE_API)) {
    throw new Fault(
      'database.failed',
      `Node ${process.versions.node} is too old for the database. Countersign needs Node 24 or newer.`,
    );
  }
  const { default: Database } = await import('better-sqlite3');
  return Database;
}

// Before 3.53 (and 3.51.3) a reset of the write-ahead log could corrupt a database that two connections use, which the CLI's reader does.
const MIN_VERSION = [3, 53] as const;

export function assertVersion(raw: Sqlite.Database): void {
  const version: unknown = raw.prepare('select sqlite_version()').pluck().get();
  invariant(typeof version === 'string', 'SQLite did not say its version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > MIN_VERSION[0] || (major === MIN_VERSION[0] && minor >= MIN_VERSION[1]);
  if (!isNew) throw new Fault('database.failed', `SQLite ${version} is too old: versions before 3.53 can lose data.`);
}
