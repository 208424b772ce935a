import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { orderSchema } from './order-lines.ts';
import { recall } from '../need.ts';
import { declareStop } from '../operation.ts';
import { findOrder, orderField } from './order-field.ts';

export const endOrder = declareStop({
  id: operationId('orders.end'),
  title: 'End a standing order',
  summary: 'Nothing more runs under it, at once and by one person: it can only hold back.',
  example: '/openai orders end O-1 --reason "the workshop is over"',
  fields: { order: orderField },
  callBudget: 0,
  known: z.object({ orders: z.array(orderSchema) }),
  need: (_ask, have) => (have.orders === undefined ? [recall('orders', { of: 'orders' })] : []),
  stop: ({ input }, { orders }) => {
    const order = findOrder(orders, input.order);
    return isRefusal(order) ? order : { kind: 'end-order', orderId: order.id };
  },
});
