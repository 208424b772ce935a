import type { Kysely } from 'kysely';
import { slackUserId } from '#domain/ids.ts';
import type { GroupReader } from '#workflow/ports/groups.ts';
import type { Database } from '../tables/database.ts';

export function createGroupReader(db: Kysely<Database>): GroupReader {
  return {
    async seen(id) {
      const group = await db.selectFrom('groups_seen').selectAll().where('id', '=', id).executeTakeFirst();
      if (group === undefined) return null;
      const rows = await db.selectFrom('group_members').selectAll().where('group_id', '=', id).execute();
      const since = new Map(rows.map((row) => [slackUserId(row.slack_id), row.since]));
      return { firstAt: group.first_at, lastAt: group.last_at, since };
    },
  };
}
