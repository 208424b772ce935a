import type { Transaction } from 'kysely';
import type { MessageWriter } from '#workflow/ports/messages.ts';
import type { Database } from '../tables/database.ts';
import { createMessageReader } from './reader.ts';

export function createMessageWriter(trx: Transaction<Database>): MessageWriter {
  return {
    ...createMessageReader(trx),
    async remember(key, place, at) {
      const row = { channel_id: place.channelId, ts: place.ts, at };
      await trx
        .insertInto('messages')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
  };
}
