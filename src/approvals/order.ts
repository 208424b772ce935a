import { digestOf } from '#domain/canonical.ts';
import type { PersonId, RequestId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { PermitRule } from '#policy/policy.ts';

/** What people countersigned in advance: a rule of the policy exactly as it stood, how often, and until when. */
export interface OrderTerms {
  readonly rule: PermitRule;
  readonly total: number;
  readonly perPerson: number;
  readonly until: Instant;
}

export interface Order {
  readonly id: number;
  /** The request by which it was countersigned. */
  readonly requestId: RequestId;
  readonly terms: OrderTerms;
  /** SHA-256 in hex over the terms. */
  readonly digest: string;
  readonly begunAt: Instant;
  readonly endedAt: Instant | null;
}

/** How often an order was used, by whoever asks now and in all. What changed nothing is not counted. */
export interface OrderUses {
  readonly total: number;
  readonly own: number;
}

export interface OrderUse {
  readonly requestId: RequestId;
  readonly orderId: number;
  readonly person: PersonId;
  readonly at: Instant;
}

export function digestOfOrder(terms: OrderTerms): string {
  return digestOf('countersign/order/v1', terms);
}

/** Why an order carries nothing more, for this person at this moment; null while it does. The last moment is outside it. */
export function refuseOrder({ id, terms, digest, endedAt }: Order, uses: OrderUses, now: Instant): Refusal | null {
  const name = orderName(id);
  const no = (code: string, rule: string) =>
    refuse(`order.${code}`, {
      what: `Standing order ${name} does not cover this now.`,
      rule,
      whoCan: 'Ask again: other people then approve it.',
    });
  if (digestOfOrder(terms) !== digest) return no('changed', `${name} is not as it was countersigned.`);
  if (endedAt !== null) return no('ended', `${name} was ended.`);
  if (now >= terms.until) return no('over', `${name} is over.`);
  if (uses.total >= terms.total)
    return no('used-up', `${name} covered ${count(terms.total, 'request')}, and is used up.`);
  if (uses.own < terms.perPerson) return null;
  return no('own-share', `${name} covers ${count(terms.perPerson, 'request')} a person.`);
}
