import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import { sayAlert, type SpendAlert } from '../objects/spend-alert.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { deleteStep } from '../step.ts';
import { type KnownAlerts, placeOf, planOfPlace, projectGuardOf, refuseGone } from './alert-state.ts';

function wishOf({ amountCents, recipients, subject }: SpendAlert) {
  return { amount: amountCents, recipients: [...recipients], subject };
}

export function planDeletion(ref: ThingRef, have: KnownAlerts, now: Instant): Plan | Refusal {
  const place = placeOf(have);
  const alert = have.alerts.find((each) => each.id === ref.id);
  if (alert === undefined) return refuseGone(place.remove, ref);
  const isLast = have.alerts.length === 1;
  return planOf({
    ...planOfPlace(have, now),
    operation: place.remove,
    tier: 'destructive',
    title: `Delete a spend alert of ${place.name}`,
    gist: sayAlert(alert),
    target: { kind: 'spend alert', id: alert.id, name: formatCents(alert.amountCents) },
    changes: [{ label: 'Spend alert', before: sayAlert(alert), after: null }],
    warnings: isLast ? [`It is the only one: nobody is told what ${place.name} spends then.`] : [],
    guards: { ...projectGuardOf(have), alert },
    before: { alert },
    steps: [
      deleteStep({
        id: 'delete',
        title: `Delete the spend alert of ${place.name} ${sayAlert(alert)}`,
        call: place.delete(alert.id),
        read: place.oneAgain(alert.id),
      }),
    ],
    inverse: {
      verdict: 'recreate',
      sentence: 'add one like it. It gets a new id; what would have been told meanwhile is not made up for.',
      operation: place.create,
      input: { ...place.input, ...wishOf(alert) },
    },
  });
}
