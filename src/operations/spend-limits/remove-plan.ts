import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { deleteStep } from '../step.ts';
import { type KnownLimit, placeOf, planOfPlace } from './limit-state.ts';
import { sayLimit } from './place.ts';

/** Takes the hard limit of a place away. */
export function planRemoval(have: KnownLimit, now: Instant): Plan | Refusal {
  const place = placeOf(have);
  const { limit } = have;
  if (limit === null) {
    return refuse(`${place.remove}.none`, {
      what: `No spend limit is set for ${place.name}.`,
      rule: 'A request has to change something.',
      next: { kind: 'start', label: 'Set one', operation: place.set, input: place.input },
    });
  }
  return planOf({
    ...planOfPlace(place, have, now),
    operation: place.remove,
    title: `Remove the spend limit of ${place.name}`,
    gist: `${sayLimit(limit.amountCents)} until now`,
    changes: [{ label: 'Hard limit', before: sayLimit(limit.amountCents), after: null }],
    warnings: [
      place.project === null
        ? 'Nothing stops the spending of the organization then but the limits of its projects.'
        : `Nothing stops the spending of ${place.name} then but a limit of the organization, if there is one.`,
    ],
    steps: [
      deleteStep({
        id: 'remove',
        title: `Remove the hard limit of ${place.name}`,
        call: place.delete,
        read: place.readAgain,
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: `set it to ${sayLimit(limit.amountCents)} again. What was spent meanwhile stays spent.`,
      operation: place.set,
      input: { ...place.input, amount: limit.amountCents },
    },
    bounds: { amountCents: null, beforeCents: limit.amountCents },
  });
}
