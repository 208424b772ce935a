import { existsSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import { createPrivateFile } from './dialects/connect-sqlite.ts';
import { loadSqlite } from './dialects/load-sqlite.ts';
import { translateError } from './translate-error.ts';

// Somebody who only looks whether a bot runs holds the file for less than this.
const GLANCE_MS = 250;

export interface InstanceLock {
  release(): void;
}

/**
 * Makes this process the only bot on a database: an exclusive transaction on `<database>.lock` that stays open. The operating system
 * drops it with the process however that ends, so nothing is left to clean up after a crash. A file of its own, so that the database
 * itself stays open to the CLI's readers. Throws `Fault('database.locked')` at once if another bot holds it.
 */
export async function takeInstanceLock(path: string): Promise<InstanceLock> {
  const Database = await loadSqlite();
  const lockPath = `${path}.lock`;
  createPrivateFile(lockPath);
  const raw: Sqlite.Database = new Database(lockPath, { timeout: GLANCE_MS });
  try {
    raw.exec('begin exclusive');
  } catch (error) {
    raw.close();
    const fault = translateError(error);
    if (!(fault instanceof Fault && fault.code === 'database.busy')) throw fault;
    throw new Fault(
      'database.locked',
      `Another Countersign is running on ${path}. Stop it first; one database serves one bot. The lock goes away by itself when that process ends.`,
      { cause: error },
    );
  }
  return { release: () => void raw.close() };
}

/** Whether a bot holds this database at this moment. */
export async function isInstanceRunning(path: string): Promise<boolean> {
  const Database = await loadSqlite();
  const lockPath = `${path}.lock`;
  if (!existsSync(lockPath)) return false;
  const raw: Sqlite.Database = new Database(lockPath, { readonly: true, timeout: 0 });
  try {
    raw.prepare('select count(*) from sqlite_schema').get();
    return false;
  } catch (error) {
    const fault = translateError(error);
    if (fault instanceof Fault && fault.code === 'database.busy') return true;
    throw fault;
  } finally {
    raw.close();
  }
}
