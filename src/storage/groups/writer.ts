import type { Transaction } from 'kysely';
import type { GroupWriter } from '#workflow/ports/groups.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../tables/database.ts';
import { createGroupReader } from './reader.ts';

export function createGroupWriter(trx: Transaction<Database>): GroupWriter {
  const reader = createGroupReader(trx);
  return {
    ...reader,
    async see(id, members, at) {
      const before = await reader.seen(id);
      const now = new Set(members);
      const joined = [...now].filter((member) => before?.since.has(member) !== true);
      const left = [...(before?.since.keys() ?? [])].filter((member) => !now.has(member));
      await trx
        .insertInto('groups_seen')
        .values({ id, first_at: at, last_at: at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_at: at }))
        .execute();
      for (const gone of chunksOf(left, 1))
        await trx.deleteFrom('group_members').where('group_id', '=', id).where('slack_id', 'in', gone).execute();
      const since = before === null ? null : at;
      for (const rows of chunksOf(
        joined.map((slackId) => ({ group_id: id, slack_id: slackId, since })),
        3,
      ))
        await trx.insertInto('group_members').values(rows).execute();
      return { isFirst: before === null, joined, left };
    },
    async forgetMember(slackId) {
      await trx.deleteFrom('group_members').where('slack_id', '=', slackId).execute();
    },
  };
}
