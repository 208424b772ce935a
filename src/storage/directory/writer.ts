import type { Transaction } from 'kysely';
import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { DirectoryWriter } from '#workflow/ports/directory.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../tables/database.ts';
import { keyToRow, projectToRow, thingToRow, userToRow } from './directory-row.ts';
import { keysOf, PROJECTS, USERS } from './list-name.ts';
import { createDirectoryReader } from './reader.ts';

/** A list replaces the one before as a whole: what the vendor no longer names is gone. An item that two pages repeat is kept once. */
export function createDirectoryWriter(trx: Transaction<Database>): DirectoryWriter {
  return {
    ...createDirectoryReader(trx),
    async replaceProjects(items, at) {
      await trx.deleteFrom('known_projects').execute();
      for (const rows of chunksOf(distinct(items).map(projectToRow), 5))
        await trx.insertInto('known_projects').values(rows).execute();
      await note(trx, PROJECTS, at);
    },
    async replaceUsers(items, at) {
      await trx.deleteFrom('known_users').execute();
      for (const rows of chunksOf(distinct(items).map(userToRow), 6))
        await trx.insertInto('known_users').values(rows).execute();
      await note(trx, USERS, at);
    },
    async replaceKeys(projectId, items, at) {
      invariant(
        items.every((item) => item.projectId === projectId),
        'A list of keys holds the keys of one project',
      );
      await trx.deleteFrom('known_keys').where('project_id', '=', projectId).execute();
      for (const rows of chunksOf(distinct(items).map(keyToRow), 13))
        await trx.insertInto('known_keys').values(rows).execute();
      await note(trx, keysOf(projectId), at);
    },
    async putKey(key) {
      await trx.deleteFrom('known_keys').where('project_id', '=', key.projectId).where('id', '=', key.id).execute();
      await trx.insertInto('known_keys').values(keyToRow(key, 0)).execute();
    },
    async replaceThings(list, items, at) {
      await trx.deleteFrom('known_things').where('list', '=', list).execute();
      const rows = distinct(items).map((item, position) => thingToRow(list, item, position));
      for (const chunk of chunksOf(rows, 5)) await trx.insertInto('known_things').values(chunk).execute();
      await note(trx, list, at);
    },
    async outdate(names, atMost) {
      if (names.length === 0) return;
      await trx
        .updateTable('directory_lists')
        .set({ as_of: atMost })
        .where('name', 'in', [...names])
        .where('as_of', '>', atMost)
        .execute();
    },
  };
}

function distinct<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

async function note(trx: Transaction<Database>, name: string, at: Instant): Promise<void> {
  await trx
    .insertInto('directory_lists')
    .values({ name, as_of: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ as_of: at }))
    .execute();
}
