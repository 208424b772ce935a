import { capWords, digestOfOrder, type OrderTerms } from '#approvals/order.ts';
import { utcMinute } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import type { Act } from '#operations/act.ts';
import type { PermitRule } from '#policy/policy.ts';
import { isStillSaid } from '#policy/standing-rules.ts';
import type { House } from '../house.ts';
import { mostOrders } from '../ports/orders.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Acting, ActResult } from './act-result.ts';

export async function beginOrder(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'begin-order' }>>,
): Promise<ActResult> {
  const rule = act.rule as unknown as PermitRule;
  const { policy } = house.policy();
  if (!isStillSaid(policy, rule)) return { applied: false, outcome: 'The policy does not say this rule any more.' };
  if ((await tx.orders.active()).length >= mostOrders)
    return { applied: false, outcome: `There are ${mostOrders} standing orders; end one first.` };
  const { kind: _kind, ...asked } = act;
  const terms: OrderTerms = { ...asked, rule };
  const { total, until } = terms;
  const requestId = record.terms.id;
  const begunAt = house.clock.now();
  const order = await tx.orders.begin({ requestId, terms, digest: digestOfOrder(terms), begunAt });
  const name = orderName(order.id);
  const what = { order: name, digest: order.digest, rule: rule.name, total, caps: capWords(terms), until };
  await enter(tx, house, { kind: 'order.begun', who: 'system:execute', requestId, what });
  const text = `Standing order ${name} “${rule.name}” is in force until ${utcMinute(until)}: ${total} in all, ${capWords(terms)}. Anybody the policy names ends it: /openai orders end ${name}`;
  const payload = { text, channel: policy.channels.audit };
  await tx.outbox.put(
    { kind: 'notice', key: `order:${order.id}`, lane: 'normal', payload, notBefore: begunAt },
    begunAt,
  );
  return { applied: true, outcome: `${name} is in force until ${utcMinute(until)}.` };
}
