import { type Kysely, type Selectable, sql } from 'kysely';
import type { Order, OrderTerms } from '#approvals/order.ts';
import { personId, requestId } from '#domain/ids.ts';
import { mostOrders, type OrderReader } from '#workflow/ports/orders.ts';
import { fromJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import type { OrdersTable } from '../tables/orders.ts';

// One answer in Slack shows no more.
const MOST_USES = 50;

// Ended without having changed anything: it takes nothing of anybody's share.
const withoutEffect = ['failed', 'stale', 'denied', 'cancelled', 'expired', 'simulated'] as const;

export function orderFromRow(row: Selectable<OrdersTable>): Order {
  return {
    id: row.id,
    requestId: requestId(row.request_id),
    terms: fromJsonText(row.terms) as OrderTerms,
    digest: row.digest,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
  };
}

export function createOrderReader(db: Kysely<Database>): OrderReader {
  return {
    async active() {
      const rows = await db
        .selectFrom('orders')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('id')
        .limit(mostOrders)
        .execute();
      return rows.map(orderFromRow);
    },
    async find(id) {
      const row = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : orderFromRow(row);
    },
    async countUses(id, { person, requestId: own, since }) {
      const row = await db
        .selectFrom('order_uses')
        .innerJoin('requests', 'requests.id', 'order_uses.request_id')
        .select((eb) => [
          eb.fn.countAll<number>().as('total'),
          sql<number>`coalesce(sum(case when order_uses.at > ${since.lately} then 1 else 0 end), 0)`.as('lately'),
          sql<number>`coalesce(sum(case when order_uses.person = ${person} and order_uses.at > ${since.own} then 1 else 0 end), 0)`.as(
            'own',
          ),
        ])
        .where('order_uses.order_id', '=', id)
        .where('requests.state', 'not in', withoutEffect)
        .where('order_uses.request_id', '!=', own ?? '')
        .executeTakeFirstOrThrow();
      return row;
    },
    async refusals(id) {
      return db
        .selectFrom('order_refusals')
        .select(['code', 'times'])
        .where('order_id', '=', id)
        .orderBy('code')
        .execute();
    },
    async uses(id) {
      const rows = await db
        .selectFrom('order_uses')
        .selectAll()
        .where('order_id', '=', id)
        .orderBy('at', 'desc')
        .orderBy('request_id', 'desc')
        .limit(MOST_USES)
        .execute();
      return rows.map((row) => ({
        requestId: requestId(row.request_id),
        orderId: row.order_id,
        person: personId(row.person),
        at: row.at,
      }));
    },
  };
}
