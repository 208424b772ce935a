import { type Refusal, refuse } from '#domain/refusal.ts';
import { orderName } from '#domain/order-name.ts';
import type { OrderLine } from './order-lines.ts';

export const orderField = {
  kind: 'text',
  label: 'Standing order',
  hint: 'Its name, as in the list: O-1.',
  required: true,
  max: 12,
  pattern: /^[Oo]-[1-9][0-9]{0,9}$/,
  patternHint: 'Write it as it is listed: O-1.',
} as const;

export const orderIdOf = (text: string): number => Number(text.slice(2));

export function findOrder(orders: readonly OrderLine[], text: string): OrderLine | Refusal {
  const found = orders.find(({ id }) => id === orderIdOf(text));
  if (found !== undefined) return found;
  const names = orders.map(({ id }) => orderName(id)).join(', ');
  return refuse('orders.none', {
    what: `There is no standing order ${text} in force.`,
    rule: names === '' ? 'There is none.' : `In force are: ${names}.`,
  });
}
