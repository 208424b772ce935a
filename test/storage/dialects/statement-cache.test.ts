import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { withStatementCache } from '#storage/dialects/statement-cache.ts';

function memory() {
  const raw = new Sqlite(':memory:');
  raw.exec('create table a (b unique)');
  return withStatementCache(raw);
}

describe('withStatementCache', () => {
  it('prepares a text once', () => {
    const connection = memory();
    expect(connection.prepare('select 1')).toBe(connection.prepare('select 1'));
    expect(connection.prepare('select 1')).not.toBe(connection.prepare('select 2'));
  });

  it('forgets the oldest of very many texts and still runs it', () => {
    const connection = memory();
    const first = connection.prepare('select 0 as n');
    for (let n = 1; n <= 400; n += 1) connection.prepare(`select ${n} as n`);
    const again = connection.prepare('select 0 as n');
    expect(again).not.toBe(first);
    expect([first.all([]), again.all([])]).toEqual([[{ n: 0 }], [{ n: 0 }]]);
  });

  it.each([
    ['a boolean', true, 'boolean'],
    ['a date', new Date(0), 'a date'],
    ['undefined', undefined, 'undefined'],
    ['a fraction', 0.5, 'fraction'],
    ['NaN', Number.NaN, 'NaN'],
    ['a big integer', 1n, 'bigint'],
  ])('refuses %s, which does not mean the same on every database', (_, value, word) => {
    expect(() => memory().prepare('insert into a values (?)').run([value])).toThrow(word);
  });

  it('stores text, whole numbers and null', () => {
    const connection = memory();
    for (const value of ['text', Number.MAX_SAFE_INTEGER, -1, null])
      connection.prepare('insert into a values (?)').run([value]);
    expect(connection.prepare('select b from a order by rowid').all([])).toEqual([
      { b: 'text' },
      { b: Number.MAX_SAFE_INTEGER },
      { b: -1 },
      { b: null },
    ]);
  });

  it('translates errors of preparing and of running', () => {
    const connection = memory();
    expect(() => connection.prepare('select nonsense from nowhere')).toThrow(
      expect.objectContaining({ code: 'database.failed' }),
    );
    const insert = connection.prepare("insert into a values ('same')");
    insert.run([]);
    expect(() => insert.run([])).toThrow(expect.objectContaining({ name: 'InvariantError' }));
  });
});
