import Database from 'better-sqlite3';
import type { World } from '#sandbox/world/open-world.ts';

/** Every row of every table, read past the storage room by a connection of its own, so that nothing can be kept from it. */
export function everyRow(world: World): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(world.databasePath(), { readonly: true, timeout: 250 });
  try {
    const tables = db
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [name, db.prepare(`select * from "${name}" order by rowid`).raw().all()]),
    );
  } finally {
    db.close();
  }
}
