import { Fault } from '#domain/fault.ts';
import { InvariantError } from '#domain/invariant.ts';

/** The code that SQLite gives an error (`SQLITE_FULL`), or null if the error is not the database's. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/**
 * What a failure of the database means to the house. Another process holds the write lock: a fault that a retry can cure. A broken
 * constraint or guard: the program tried what must never happen, a bug. Everything else (disk full, unreadable file): a fault. An error
 * that is not the database's stays what it is. SQLite's messages name columns, never values, so they may be shown.
 */
export function translateError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === null || !(error instanceof Error)) return error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Fault('database.busy', 'Another process is writing to the database.', { canRetry: true, cause: error });
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new InvariantError(`The database refused a write that must never happen: ${error.message}`, {
      cause: error,
    });
  }
  return new Fault('database.failed', `The database failed (${code}: ${error.message}).`, { cause: error });
}
