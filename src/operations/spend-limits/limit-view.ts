import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import type { View, ViewAction } from '../view.ts';
import type { KnownLimit } from './limit-state.ts';
import { type Place, sayLimit } from './place.ts';
import { warnSpend } from './spend-pace.ts';

function actionsOf(place: Place, isSet: boolean): readonly ViewAction[] {
  const { input } = place;
  const set: ViewAction = { label: isSet ? 'Change' : 'Set one', operation: place.set, input, style: 'plain' };
  return isSet ? [set, { label: 'Remove', operation: place.remove, input, style: 'danger' }] : [set];
}

const share = (part: number, whole: number): string => `${Math.floor((100 * part) / whole)} %`;

function factsOf({ limit, spentCents }: KnownLimit) {
  const spent = { label: 'Spent this month', value: formatCents(spentCents) };
  if (limit === null) return [{ label: 'Hard limit', value: 'none' }, spent];
  return [
    { label: 'Hard limit', value: sayLimit(limit.amountCents) },
    { ...spent, value: `${spent.value} (${share(spentCents, limit.amountCents)})` },
    { label: 'Requests', value: limit.status === 'enforcing' ? 'fail, because the limit is reached' : 'pass' },
  ];
}

/** The limit of a place, what was spent of it, and where that leads. */
export function viewLimit(place: Place, have: KnownLimit, now: Instant): View {
  const { limit, spentCents } = have;
  const warnings =
    limit === null || limit.status === 'enforcing'
      ? []
      : warnSpend({ name: place.name, amountCents: limit.amountCents, spentCents, now });
  return {
    title: `Spend limit of ${place.name}`,
    parts: [
      { part: 'facts', facts: factsOf(have) },
      ...warnings.map((text) => ({ part: 'note', text }) as const),
      // Nothing is promised about how soon a cost is known (OpenAI API reference, 2026-11).
      { part: 'note', text: 'OpenAI counts costs with a delay, and enforces a limit with one.' },
      { part: 'actions', actions: actionsOf(place, limit !== null) },
    ],
  };
}
