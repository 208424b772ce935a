import { warrantOf } from '#approvals/warrant.ts';
import { invariant } from '#domain/invariant.ts';
import { orderName } from '#domain/order-name.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { factsOf, matterOfPlan } from '../consult-policy.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { isStillWithin } from './standing-order.ts';

/** Why a request that runs under a standing order is not within it any more, by what is known now; null for every other request. */
export async function refuseBeyondOrder(house: House, { terms }: PlannedRequest): Promise<Refusal | null> {
  const warrant = warrantOf(terms);
  if (warrant.by !== 'standing-order') return null;
  const operation = findOperation(terms.plan.operation);
  invariant(operation !== null, 'A stored request names an operation of the catalogue');
  const facts = await factsOf(house, matterOfPlan(operation, terms));
  if (await isStillWithin(house, warrant.order, facts)) return null;
  return refuse('order.beyond', {
    what: 'This is not carried out.',
    rule: `It is not within standing order ${orderName(warrant.order.id)} any more.`,
  });
}
