import type { Transaction } from 'kysely';
import type { JsonObject } from '#domain/json.ts';
import type { OrderWriter } from '#workflow/ports/orders.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createOrderReader, orderFromRow } from './reader.ts';

export function createOrderWriter(trx: Transaction<Database>): OrderWriter {
  return {
    ...createOrderReader(trx),
    async begin({ requestId, terms, digest, begunAt }) {
      const row = await trx
        .insertInto('orders')
        .values({
          request_id: requestId,
          terms: toJsonText(terms as unknown as JsonObject),
          digest,
          begun_at: begunAt,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return orderFromRow(row);
    },
    async end(id, { at, by }) {
      const { numUpdatedRows } = await trx
        .updateTable('orders')
        .set({ ended_at: at, ended_by: by })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async countRefusal(id, code) {
      await trx
        .insertInto('order_refusals')
        .values({ order_id: id, code, times: 1 })
        .onConflict((conflict) =>
          conflict.columns(['order_id', 'code']).doUpdateSet((eb) => ({ times: eb('order_refusals.times', '+', 1) })),
        )
        .execute();
    },
    async use({ requestId, orderId, person, at }) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('order_uses')
        .values({ request_id: requestId, order_id: orderId, person, at })
        .onConflict((conflict) => conflict.column('request_id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
