import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databasePath } from '#storage/database-url.ts';

describe('databasePath', () => {
  it('answers an absolute path, or null for memory', () => {
    expect(databasePath('sqlite:/var/lib/bot.sqlite')).toBe('/var/lib/bot.sqlite');
    expect(databasePath('sqlite:data/bot.sqlite')).toBe(join(process.cwd(), 'data/bot.sqlite'));
    expect(databasePath('sqlite:C:bot')).toBe(join(process.cwd(), 'C:bot'));
    expect(databasePath('sqlite::memory:')).toBeNull();
  });

  it.each(['', 'sqlite:', 'sqlite: ', 'data/bot.sqlite', 'postgres://db/countersign'])(
    'refuses %j and says what it wants',
    (url) => {
      expect(() => databasePath(url)).toThrow('DATABASE_URL must be sqlite:');
    },
  );
});
