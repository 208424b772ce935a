import type { Kysely, Selectable } from 'kysely';
import type { Proof } from '#approvals/proof.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import type { HostAnswer, HostAsk, HostAskReader, HostWish } from '#workflow/ports/host-asks.ts';
import { fromJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import type { HostAsksTable } from '../tables/host-asks.ts';

// People type these by hand, one after the other; what is more waits for the next turn.
const MOST_AT_ONCE = 10;

/** Only this program writes the columns of JSON. */
export function hostAskFromRow(row: Selectable<HostAsksTable>): HostAsk {
  return {
    id: row.id,
    person: { personId: personId(row.person), slackId: slackUserId(row.slack_id), name: row.name },
    wish: fromJsonText(row.wish) as HostWish,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    proof: row.proof === null ? null : (fromJsonText(row.proof) as Proof),
    isTaken: row.taken_at !== null,
    answer: row.answer === null ? null : (fromJsonText(row.answer) as HostAnswer),
  };
}

export function createHostAskReader(db: Kysely<Database>): HostAskReader {
  const all = () => db.selectFrom('host_asks').selectAll();
  return {
    async find(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : hostAskFromRow(row);
    },
    async ofTicket(hash, now) {
      const row = await all().where('ticket_hash', '=', hash).where('expires_at', '>', now).executeTakeFirst();
      return row === undefined ? null : hostAskFromRow(row);
    },
    async open(now) {
      const rows = await all()
        .where('proof', 'is not', null)
        .where('taken_at', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('id')
        .limit(MOST_AT_ONCE)
        .execute();
      return rows.map(hostAskFromRow);
    },
  };
}
