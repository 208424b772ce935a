import type { Kysely } from 'kysely';
import type { LeaseReader } from '#workflow/ports/leases.ts';
import { chunksOf } from '../chunks.ts';
import type { Database } from '../tables/database.ts';
import { leaseFromRow } from './lease-row.ts';

// More live keys than this for one person is a finding, not a list.
const MAX_OF_OWNER = 200;

export function createLeaseReader(db: Kysely<Database>): LeaseReader {
  const leases = () => db.selectFrom('leases').selectAll();
  return {
    async byKey(keyId) {
      const row = await leases().where('key_id', '=', keyId).executeTakeFirst();
      return row === undefined ? null : leaseFromRow(row);
    },
    async byAccount(accountId) {
      const row = await leases()
        .where('account_id', '=', accountId)
        .orderBy('request_id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : leaseFromRow(row);
    },
    async countIssued(keyIds) {
      let issued = 0;
      for (const ids of chunksOf(keyIds, 1)) {
        const row = await db
          .selectFrom('leases')
          .where('key_id', 'in', ids)
          .select(({ fn }) => fn.countAll<number>().as('issued'))
          .executeTakeFirstOrThrow();
        issued += row.issued;
      }
      return issued;
    },
    async ofOwner(owner) {
      const rows = await leases()
        .where('owner_slack_id', '=', owner)
        .where('ended_at', 'is', null)
        // Ids of requests sort by the time they were made.
        .orderBy('request_id', 'desc')
        .orderBy('key_id')
        .limit(MAX_OF_OWNER)
        .execute();
      return rows.map(leaseFromRow);
    },
  };
}
