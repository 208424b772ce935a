import { countedSince, type Order, refuseOrder } from '#approvals/order.ts';
import type { OrderRef, Warrant } from '#approvals/warrant.ts';
import { type PersonId, shortRequestId } from '#domain/ids.ts';
import { orderName } from '#domain/order-name.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { PolicyFacts } from '#policy/facts.ts';
import { isStillSaid, isWithin } from '#policy/standing-rules.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Reading, Writing } from '../ports/store.ts';
import { enter } from '../record.ts';

type Read = Pick<Reading, 'orders'>;

async function whyNot(
  read: Read,
  house: Pick<House, 'policy' | 'clock'>,
  on: { readonly order: Order; readonly person: PersonId; readonly requestId: PlannedRequest['terms']['id'] | null },
): Promise<Refusal | null> {
  const { order, person, requestId } = on;
  if (!isStillSaid(house.policy().policy, order.terms.rule)) {
    return refuse('order.unsaid', {
      what: `Standing order ${orderName(order.id)} does not cover this now.`,
      rule: `The policy does not say “${order.terms.rule.name}” any more as it was countersigned.`,
    });
  }
  const now = house.clock.now();
  const since = countedSince(order.terms, now);
  return refuseOrder(order, await read.orders.countUses(order.id, { person, requestId, since }), now);
}

/** The oldest order that covers this and is not used up; null where there is none. */
export async function findOrderFor(house: House, facts: PolicyFacts): Promise<Warrant | null> {
  const { read } = house.store;
  const { policy } = house.policy();
  const person = facts.requester.personId;
  for (const order of await read.orders.active()) {
    if (!isWithin(order.terms.rule, { policy, facts })) continue;
    const no = await whyNot(read, house, { order, person, requestId: null });
    if (no !== null) {
      await house.store.transact((tx) => tx.orders.countRefusal(order.id, no.code));
      continue;
    }
    return { by: 'standing-order', order: { id: order.id, name: order.terms.rule.name, digest: order.digest } };
  }
  return null;
}

/** Why this request may not run under this order now: another one, ended, over, used up, or not in the policy any more. */
export async function refuseUnderOrder(
  read: Read,
  house: Pick<House, 'policy' | 'clock'>,
  { record, order: named }: { readonly record: PlannedRequest; readonly order: OrderRef },
): Promise<Refusal | null> {
  const { id: requestId, requester, plan } = record.terms;
  const order = await read.orders.find(named.id);
  if (order === null || order.digest !== named.digest || plan.act !== null) {
    return refuse('order.other', {
      what: 'This is not carried out.',
      rule: `Standing order ${orderName(named.id)} is not the one that covered it.`,
    });
  }
  return whyNot(read, house, { order, person: requester.personId, requestId });
}

/** Whether what is asked for is still within the order, by what is known now: membership, hours, what was asked before. */
export async function isStillWithin(house: House, named: OrderRef, facts: PolicyFacts): Promise<boolean> {
  const order = await house.store.read.orders.find(named.id);
  return order !== null && isWithin(order.terms.rule, { policy: house.policy().policy, facts });
}

/** One entry and one line in the audit channel for each use, in the transaction that counts it. */
export async function useOrder(
  tx: Writing,
  house: House,
  { record, order }: { readonly record: PlannedRequest; readonly order: OrderRef },
): Promise<void> {
  const { id: requestId, requester, plan } = record.terms;
  const now = house.clock.now();
  if (!(await tx.orders.use({ requestId, orderId: order.id, person: requester.personId, at: now }))) return;
  const name = orderName(order.id);
  const what = { order: name, digest: order.digest, operation: plan.operation };
  await enter(tx, house, { kind: 'order.used', who: requester.slackId, requestId, what });
  const text = `Under standing order ${name} “${order.name}”: ${requester.name}: ${plan.title} (${shortRequestId(requestId)}).`;
  const payload = { text, channel: house.policy().policy.channels.audit };
  await tx.outbox.put({ kind: 'notice', key: `order-use:${requestId}`, lane: 'normal', payload, notBefore: now }, now);
}
