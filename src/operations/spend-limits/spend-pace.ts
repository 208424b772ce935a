import { dayMs, type Instant, roughly } from '#domain/instant.ts';
import { monthStart } from '../objects/cost.ts';
import { sayLimit } from './place.ts';

/** Midnight UTC after the last day of this month. */
function monthEnd(now: Instant): Instant {
  const today = new Date(now);
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1);
}

interface Spending {
  readonly name: string;
  readonly amountCents: number;
  readonly spentCents: number;
  readonly now: Instant;
}

/** What a limit would do this month: stop everything at once, or before the month is over if it goes on like this. */
export function warnSpend({ name, amountCents, spentCents, now }: Spending): readonly string[] {
  if (amountCents <= spentCents) {
    return [`This is at or below what was spent this month: every request of ${name} fails until the month turns.`];
  }
  const elapsed = now - monthStart(now);
  // A pace taken from a few hours says nothing about a month.
  if (spentCents <= 0 || elapsed < dayMs) return [];
  const untilReached = ((amountCents - spentCents) / spentCents) * elapsed;
  if (now + untilReached >= monthEnd(now)) return [];
  return [
    `At this month’s pace ${sayLimit(amountCents)} is reached in ${roughly(untilReached)}; every request of ${name} fails from then on.`,
  ];
}
