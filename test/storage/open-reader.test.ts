import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openReader } from '#storage/open-reader.ts';
import { openStore } from '#storage/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newUrl = (): string => `sqlite:${join(temporaryFolder(), 'bot.sqlite')}`;

describe('openReader', () => {
  it('sees what the bot has committed, and nothing that it has not', async () => {
    const url = newUrl();
    const store = await openStore({ url });
    const reader = await openReader(url);
    await store.transact(async (tx) => {
      await tx.meta.set('a', '1');
      expect(await reader.meta.get('a')).toBeNull();
    });
    expect(await reader.meta.get('a')).toBe('1');
    await reader.close();
    await store.close();
  });

  it('does not keep the bot from writing while it reads', async () => {
    const url = newUrl();
    const store = await openStore({ url });
    const readers = await Promise.all([openReader(url), openReader(url)]);
    for (let n = 0; n < 20; n += 1) {
      await store.transact((tx) => tx.meta.set('n', String(n)));
      for (const reader of readers) expect(await reader.meta.get('n')).toBe(String(n));
    }
    for (const reader of readers) await reader.close();
    await store.close();
  });

  it('reads and checks a database that no bot is running on', async () => {
    const url = newUrl();
    const store = await openStore({ url });
    await store.transact((tx) => tx.meta.set('a', '1'));
    await store.close();
    const reader = await openReader(url);
    expect(await reader.meta.get('a')).toBe('1');
    expect(await reader.checkIntegrity()).toEqual({ ok: true });
    await reader.close();
  });

  it('makes no database where there is none', async () => {
    const url = newUrl();
    await expect(openReader(url)).rejects.toMatchObject({ name: 'Fault', code: 'database.failed' });
    expect(existsSync(url.slice('sqlite:'.length))).toBe(false);
    await expect(openReader('sqlite::memory:')).rejects.toMatchObject({ code: 'config.invalid' });
  });

  it('sends to the bot for a database that is not up to date', async () => {
    const url = newUrl();
    new Sqlite(url.slice('sqlite:'.length)).exec('create table somebody_elses (a)').close();
    await expect(openReader(url)).rejects.toThrow('Start the bot once');
  });
});
