import { digestOf } from '#domain/canonical.ts';
import { formatDuration } from '#domain/duration.ts';
import type { PersonId, RequestId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { orderName } from '#domain/order-name.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { PermitRule } from '#policy/policy.ts';

/** What people countersigned in advance: a rule of the policy exactly as it stood, how often, and until when. */
export interface OrderTerms extends OrderCaps {
  readonly rule: PermitRule;
  readonly until: Instant;
}

/** Periods are spans that end now, not months of a calendar: nobody uses a share twice around midnight. */
export interface OrderCaps {
  readonly total: number;
  readonly perPerson: number;
  /** A share counts only what was used within so long; left out: as long as the order lasts. */
  readonly perPersonWithinMs?: number;
  /** Everybody together no more than so many within so long; left out: no such cap. */
  readonly atMost?: { readonly count: number; readonly withinMs: number };
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

/** How often an order was used: in all, by everybody lately, and by whoever asks now. What changed nothing is not counted. */
export interface OrderUses {
  readonly total: number;
  readonly lately: number;
  readonly own: number;
}

/** After when a use counts for what is capped within a span; 0 where it counts for ever. */
export function countedSince(
  { perPersonWithinMs, atMost }: OrderCaps,
  now: Instant,
): { own: Instant; lately: Instant } {
  return {
    own: perPersonWithinMs === undefined ? 0 : now - perPersonWithinMs,
    lately: atMost === undefined ? 0 : now - atMost.withinMs,
  };
}

/** `1 a person within 30 days, 5 in all within 7 days`. */
export function capWords({ perPerson, perPersonWithinMs, atMost }: OrderCaps): string {
  const within = (ms: number): string => ` within ${formatDuration(ms)}`;
  const share = `${perPerson} a person${perPersonWithinMs === undefined ? '' : within(perPersonWithinMs)}`;
  return atMost === undefined ? share : `${share}, ${atMost.count} in all${within(atMost.withinMs)}`;
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
  if (terms.atMost !== undefined && uses.lately >= terms.atMost.count)
    return no('often', `${name} covers ${capWords(terms)}.`);
  if (uses.own < terms.perPerson) return null;
  return no('own-share', `${name} covers ${capWords(terms)}.`);
}

const because: Readonly<Record<string, string>> = {
  'order.changed': 'not as countersigned',
  'order.over': 'over',
  'order.unsaid': 'not in the policy any more',
  'order.used-up': 'used up',
  'order.often': 'too many lately',
  'order.own-share': 'their share was used',
};

/** The reason behind a refusal's code, in a few words. */
export const refusedBecause = (code: string): string => because[code] ?? code;
