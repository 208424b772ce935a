import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connectReader, connectWriter } from '#storage/dialects/connect-sqlite.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const settings = (raw: Sqlite.Database, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, raw.pragma(name, { simple: true })]));

describe('connectWriter', () => {
  it('opens a file so that a commit is on the disk, and every time anew', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    for (let n = 0; n < 2; n += 1) {
      const raw = await connectWriter(path);
      expect(settings(raw, 'journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout')).toEqual({
        journal_mode: 'wal',
        synchronous: 2,
        foreign_keys: 1,
        trusted_schema: 0,
        busy_timeout: 250,
      });
      raw.close();
    }
  });

  it('holds the same rules in memory, where there is no log', async () => {
    const raw = await connectWriter(null);
    expect(settings(raw, 'journal_mode', 'foreign_keys', 'trusted_schema')).toEqual({
      journal_mode: 'memory',
      foreign_keys: 1,
      trusted_schema: 0,
    });
    raw.close();
  });

  it('says what to look at when the file cannot be made', async () => {
    await expect(connectWriter('/dev/null/bot.sqlite')).rejects.toMatchObject({
      code: 'database.failed',
      message: expect.stringContaining('folder'),
    });
  });
});

describe('connectReader', () => {
  it('cannot write', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    (await connectWriter(path)).exec('create table a (b)').close();
    const raw = await connectReader(path);
    expect(() => raw.exec('insert into a values (1)')).toThrow('readonly');
    raw.close();
  });
});
