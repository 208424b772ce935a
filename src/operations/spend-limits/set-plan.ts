import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Field } from '../field.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { setStep } from '../step.ts';
import { type KnownLimit, placeOf, planOfPlace } from './limit-state.ts';
import { type Place, sayLimit } from './place.ts';
import { warnSpend } from './spend-pace.ts';

export const amountField = {
  kind: 'money',
  label: 'Limit a month',
  hint: 'In dollars, for example $250.',
  required: true,
  minCents: 1,
  // Beyond any budget that a typing slip should be able to reach.
  maxCents: 100_000_000,
  narrows: 'lower',
} as const satisfies Field;

function inverseOf(place: Place, before: number | null): Plan['inverse'] {
  const after = 'Requests that it made fail come back after a short while';
  if (before === null) {
    const { input, remove: operation } = place;
    return { verdict: 'exact', sentence: `remove the limit again. ${after}.`, operation, input };
  }
  return {
    verdict: 'exact',
    sentence: `set it back to ${sayLimit(before)}. ${after}.`,
    operation: place.set,
    input: { ...place.input, amount: before },
  };
}

/** Sets or replaces the one hard limit of a place. */
export function planLimit(amountCents: number, have: KnownLimit, now: Instant): Plan | Refusal {
  const place = placeOf(have);
  const before = have.limit?.amountCents ?? null;
  if (before === amountCents) {
    return refuse(`${place.set}.same`, {
      what: `The limit of ${place.name} is ${sayLimit(amountCents)} already.`,
      rule: 'A request has to change something.',
    });
  }
  return planOf({
    ...planOfPlace(place, have, now),
    operation: place.set,
    title: `Set the spend limit of ${place.name}`,
    gist: sayLimit(amountCents),
    changes: [{ label: 'Hard limit', before: before === null ? null : sayLimit(before), after: sayLimit(amountCents) }],
    warnings: warnSpend({ name: place.name, amountCents, spentCents: have.spentCents, now }),
    steps: [
      setStep({
        id: 'set',
        title: `Set the hard limit of ${place.name} to ${sayLimit(amountCents)}`,
        call: place.post(amountCents),
        read: place.readAgain,
        where: { threshold_amount: amountCents },
      }),
    ],
    inverse: inverseOf(place, before),
    bounds: { amountCents, beforeCents: before },
  });
}
