import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { translateError } from '#storage/translate-error.ts';

const errorOf = (code: string): Error => new Sqlite.SqliteError('the message', code);

describe('translateError', () => {
  it.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED'])(
    'takes %s for something that a retry cures',
    (code) => {
      expect(translateError(errorOf(code))).toMatchObject({
        name: 'Fault',
        code: 'database.busy',
        canRetry: true,
        cause: errorOf(code),
      });
    },
  );

  it.each(['SQLITE_CONSTRAINT_TRIGGER', 'SQLITE_CONSTRAINT_PRIMARYKEY'])('takes %s for a bug', (code) => {
    expect(translateError(errorOf(code))).toMatchObject({
      name: 'InvariantError',
      message: expect.stringContaining('the message'),
    });
  });

  it.each(['SQLITE_FULL', 'SQLITE_IOERR_FSYNC', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'])(
    'takes %s for a fault of the world',
    (code) => {
      expect(translateError(errorOf(code))).toMatchObject({ name: 'Fault', code: 'database.failed', canRetry: false });
    },
  );

  it.each([new Error('ours'), 'text', null, Object.assign(new Error('a file'), { code: 'ENOENT' })])(
    'leaves alone what is not the database’s',
    (error) => {
      expect(translateError(error)).toBe(error);
    },
  );
});
