import { capWords, countedSince, type Order, refusedBecause, refuseOrder } from '#approvals/order.ts';
import { formatDuration } from '#domain/duration.ts';
import { personId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { OrderLine, StandingRule } from '#operations/orders/order-lines.ts';
import type { PermitRule } from '#policy/policy.ts';
import { isStillSaid, standingRules } from '#policy/standing-rules.ts';
import type { House } from './house.ts';

const listed = (names: 'everyone' | 'production' | readonly string[]): string =>
  typeof names === 'string' ? names : names.join(', ');

/** What a rule covers, one line each, in words and names of the policy. */
function wordsOf({ operations, requesters, projects, bounds, when }: PermitRule): readonly string[] {
  const most = bounds.lifetimeMaxMs === null ? [] : [`for at most ${formatDuration(bounds.lifetimeMaxMs)}`];
  const scopes = bounds.scopes === null ? [] : [`with no other scopes than ${bounds.scopes.join(', ')}`];
  const more = Object.entries(when).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return [
    `${operations.join(', ')}, asked for by ${listed(requesters)}`,
    projects === null ? 'whatever the project' : `in ${listed(projects)}`,
    ...most,
    ...scopes,
    ...(more.length === 0 ? [] : [`where ${more.join(', ')}`]),
  ];
}

export function standingRuleLines(house: Pick<House, 'policy'>): readonly StandingRule[] {
  return standingRules(house.policy().policy).map((rule) => ({
    name: rule.name,
    lines: [...wordsOf(rule)],
    rule: rule as unknown as JsonObject,
  }));
}

export async function orderLine(house: House, order: Order): Promise<OrderLine> {
  const { id, requestId, terms } = order;
  const { orders } = house.store.read;
  const now = house.clock.now();
  const since = countedSince(terms, now);
  const uses = await orders.countUses(id, { person: personId(''), requestId: null, since });
  const refusals = await orders.refusals(id);
  const isSaid = isStillSaid(house.policy().policy, terms.rule);
  const no = refuseOrder(order, { ...uses, own: 0 }, now);
  return {
    id,
    name: terms.rule.name,
    lines: [...wordsOf(terms.rule)],
    total: terms.total,
    caps: capWords(terms),
    used: uses.total,
    refused: refusals.map(({ code, times }) => `${times} × ${refusedBecause(code)}`),
    until: terms.until,
    whyNot: isSaid ? (no?.rule ?? '') : 'The policy does not say this rule any more.',
    requestId,
  };
}
