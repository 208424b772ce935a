import { z } from 'zod';
import { operationId, requestId, shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import { orderName } from '#domain/order-name.ts';
import { orderSchema, orderUseSchema } from './order-lines.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { findOrder, orderField, orderIdOf } from './order-field.ts';

export const showOrder = declareRead({
  id: operationId('orders.show'),
  title: 'Show a standing order',
  summary: 'What it covers, by which request it was countersigned, and every use of it.',
  example: '/openai orders show O-1',
  fields: { order: orderField },
  callBudget: 0,
  known: z.object({ orders: z.array(orderSchema), uses: z.array(orderUseSchema) }),
  need: ({ input }, have) =>
    have.orders === undefined
      ? [recall('orders', { of: 'orders' }), recall('uses', { of: 'order', orderId: orderIdOf(input.order) })]
      : [],
  view: ({ input }, { orders, uses }) => {
    const order = findOrder(orders, input.order);
    if (isRefusal(order)) return order;
    const show = (id: string) => ({
      label: 'Show',
      operation: operationId('requests.show'),
      input: { request: id },
      style: 'plain' as const,
    });
    return {
      title: `${orderName(order.id)}: ${order.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            ...order.lines.map((line) => ({ label: 'Covers', value: line })),
            { label: 'Used', value: `${order.used} of ${order.total}` },
            { label: 'Caps', value: order.caps },
            { label: 'Not covered', value: order.refused.join(', ') || 'never yet' },
            { label: 'Until', value: utcMinute(order.until) },
            { label: 'Countersigned as', value: shortRequestId(requestId(order.requestId)) },
            { label: 'Now', value: order.whyNot || 'in force' },
          ],
        },
        {
          part: 'rows',
          columns: ['Request', 'Who', 'When'],
          rows: uses.map(({ requestId: id, personName, at }) => ({
            cells: [shortRequestId(requestId(id)), personName, utcMinute(at)],
            actions: [show(id)],
          })),
          empty: 'It was not used yet.',
        },
      ],
    };
  },
});
