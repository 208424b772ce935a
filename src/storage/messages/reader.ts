import type { Kysely } from 'kysely';
import type { MessageReader } from '#workflow/ports/messages.ts';
import type { Database } from '../tables/database.ts';

export function createMessageReader(db: Kysely<Database>): MessageReader {
  return {
    async place(key) {
      const row = await db
        .selectFrom('messages')
        .select(['channel_id as channelId', 'ts'])
        .where('key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
