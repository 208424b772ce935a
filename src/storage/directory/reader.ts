import type { Kysely } from 'kysely';
import type { Instant } from '#domain/instant.ts';
import type { DirectoryReader } from '#workflow/ports/directory.ts';
import type { Database } from '../tables/database.ts';
import { keyFromRow, projectFromRow, thingFromRow, userFromRow } from './directory-row.ts';
import { keysOf, PROJECTS, USERS } from './list-name.ts';
import { searchDirectory } from './search.ts';

// Enough for type-ahead over a large company; beyond it one names the project first.
const MAX_KEYS = 5000;

export function createDirectoryReader(db: Kysely<Database>): DirectoryReader {
  return {
    async projects() {
      const rows = await db.selectFrom('known_projects').selectAll().orderBy('position').execute();
      return { asOf: await asOf(db, PROJECTS), items: rows.map(projectFromRow) };
    },
    async users() {
      const rows = await db.selectFrom('known_users').selectAll().orderBy('position').execute();
      return { asOf: await asOf(db, USERS), items: rows.map(userFromRow) };
    },
    async keys(projectId) {
      const rows = await db
        .selectFrom('known_keys')
        .selectAll()
        .where('project_id', '=', projectId)
        .orderBy('position')
        .execute();
      return { asOf: await asOf(db, keysOf(projectId)), items: rows.map(keyFromRow) };
    },
    async things(list) {
      const rows = await db
        .selectFrom('known_things')
        .selectAll()
        .where('list', '=', list)
        .orderBy('position')
        .execute();
      return { asOf: await asOf(db, list), items: rows.map(thingFromRow) };
    },
    async ages() {
      const rows = await db.selectFrom('directory_lists').selectAll().orderBy('name').execute();
      return rows.map((row) => ({ name: row.name, asOf: row.as_of }));
    },
    search: (text, limit) => searchDirectory(db, text, limit),
    async allKeys() {
      const rows = await db
        .selectFrom('known_keys')
        .selectAll()
        .orderBy('project_id')
        .orderBy('position')
        .limit(MAX_KEYS)
        .execute();
      return rows.map(keyFromRow);
    },
  };
}

async function asOf(db: Kysely<Database>, name: string): Promise<Instant | null> {
  const row = await db.selectFrom('directory_lists').select('as_of').where('name', '=', name).executeTakeFirst();
  return row?.as_of ?? null;
}
