import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, it } from 'vitest';
import { ImmediateSqliteDialect } from '#storage/dialects/sqlite.ts';
import { withStatementCache } from '#storage/dialects/statement-cache.ts';
import { migrations } from '#storage/migrations/catalogue.ts';
import { openReader } from '#storage/open-reader.ts';
import { openStore } from '#storage/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newPath = (): string => join(temporaryFolder(), 'bot.sqlite');

function schemaOf(path: string): unknown {
  const raw = new Sqlite(path, { readonly: true });
  const rows = raw
    .prepare("select type, name, sql from sqlite_master where name not like 'sqlite_%' order by name")
    .all();
  const steps = raw.prepare('select name, timestamp from kysely_migration order by name').all();
  raw.close();
  return { rows, steps };
}

describe('migrate', () => {
  it('changes nothing in a database that is up to date', async () => {
    const path = newPath();
    const store = await openStore({ url: `sqlite:${path}` });
    await store.transact((tx) => tx.meta.set('a', '1'));
    await store.close();
    const before = schemaOf(path);
    const again = await openStore({ url: `sqlite:${path}` });
    expect(await again.read.meta.get('a')).toBe('1');
    await again.close();
    expect(schemaOf(path)).toEqual(before);
  });

  it('refuses a database from a newer program, to the bot and to readers, and leaves it alone', async () => {
    const path = newPath();
    await (await openStore({ url: `sqlite:${path}` })).close();
    const raw = new Sqlite(path);
    raw
      .prepare('insert into kysely_migration (name, timestamp) values (?, ?)')
      .run('0999-tomorrow', '2027-01-01T00:00:00.000Z');
    raw.close();
    const before = schemaOf(path);
    const refusal = { code: 'database.failed', message: expect.stringMatching(/newer Countersign.*0999-tomorrow/) };
    await expect(openStore({ url: `sqlite:${path}` })).rejects.toMatchObject(refusal);
    await expect(openReader(`sqlite:${path}`)).rejects.toMatchObject(refusal);
    expect(schemaOf(path)).toEqual(before);
  });

  it('undoes every step when one fails, tables included', async () => {
    const raw = new Sqlite(':memory:');
    const db = new Kysely<unknown>({ dialect: new ImmediateSqliteDialect(withStatementCache(raw)) });
    const broken = {
      '9999-broken': { up: async (trx: Kysely<unknown>) => void (await sql`create nonsense`.execute(trx)) },
    };
    const provider = { getMigrations: async () => ({ ...migrations, ...broken }) };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    expect(error).toBeDefined();
    const tables = raw
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    expect(tables.filter((name) => !String(name).startsWith('kysely_'))).toEqual([]);
    await db.destroy();
  });

  it('has steps whose names sort in the order in which they were written', () => {
    const names = Object.keys(migrations);
    for (const name of names) expect(name).toMatch(/^\d{4}[a-z]?-/);
    expect(names).toEqual(names.toSorted());
    expect(new Set(names.map((name) => name.split('-')[0])).size).toBe(names.length);
  });
});
