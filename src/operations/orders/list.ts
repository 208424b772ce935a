import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import { orderSchema } from './order-lines.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const listOrders = declareRead({
  id: operationId('orders.list'),
  title: 'List standing orders',
  summary: 'What people countersigned in advance: what it covers, how often, until when.',
  example: '/openai orders list',
  fields: {},
  callBudget: 0,
  known: z.object({ orders: z.array(orderSchema) }),
  need: (_ask, have) => (have.orders === undefined ? [recall('orders', { of: 'orders' })] : []),
  view: (_ask, { orders }) => ({
    title: 'Standing orders',
    parts: [
      {
        part: 'rows',
        columns: ['Order', 'What', 'Used', 'Caps', 'Until', 'Now'],
        rows: orders.map((order) => {
          const input = { order: orderName(order.id) };
          return {
            cells: [
              orderName(order.id),
              order.name,
              `${order.used} of ${order.total}`,
              order.caps,
              utcMinute(order.until),
              order.whyNot || 'in force',
            ],
            actions: [
              { label: 'Show', operation: operationId('orders.show'), input, style: 'plain' },
              { label: 'End', operation: operationId('orders.end'), input, style: 'danger' },
            ],
          };
        }),
        empty: 'There is no standing order.',
      },
    ],
  }),
});
