import type { Transaction } from 'kysely';
import { proofJson } from '#approvals/proof.ts';
import type { HostAskWriter } from '#workflow/ports/host-asks.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createHostAskReader, hostAskFromRow } from './reader.ts';

export function createHostAskWriter(trx: Transaction<Database>): HostAskWriter {
  const open = (id: number) => trx.updateTable('host_asks').where('id', '=', id).where('answer', 'is', null);
  return {
    ...createHostAskReader(trx),
    async insert({ person, wish, askedAt, expiresAt, ticketHash }) {
      const { personId: id, slackId: slack_id, name } = person;
      const times = { asked_at: askedAt, expires_at: expiresAt, taken_at: null };
      const row = await trx
        .insertInto('host_asks')
        .values({ person: id, slack_id, name, wish: toJsonText(wish), ...times, ticket_hash: ticketHash })
        .returningAll()
        .executeTakeFirstOrThrow();
      return hostAskFromRow(row);
    },
    async prove(id, proof) {
      const { numUpdatedRows } = await open(id)
        .where('proof', 'is', null)
        .set({ proof: toJsonText(proofJson(proof)) })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async take(id, at) {
      const { numUpdatedRows } = await open(id)
        .where('proof', 'is not', null)
        .where('taken_at', 'is', null)
        .where('expires_at', '>', at)
        .set({ taken_at: at })
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async answer(id, answer) {
      await open(id)
        .set({ answer: toJsonText({ ...answer }) })
        .execute();
    },
    async forget(before) {
      await trx.deleteFrom('host_asks').where('expires_at', '<', before).execute();
    },
  };
}
