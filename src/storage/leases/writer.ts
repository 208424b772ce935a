import type { Transaction } from 'kysely';
import type { LeaseWriter } from '#workflow/ports/leases.ts';
import type { Database } from '../tables/database.ts';
import { leaseToRow } from './lease-row.ts';
import { createLeaseReader } from './reader.ts';

export function createLeaseWriter(trx: Transaction<Database>): LeaseWriter {
  return {
    ...createLeaseReader(trx),
    async insert(lease) {
      await trx.insertInto('leases').values(leaseToRow(lease)).execute();
    },
    async end(keyId, at) {
      const { numUpdatedRows } = await trx
        .updateTable('leases')
        .set({ ended_at: at })
        .where('key_id', '=', keyId)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
