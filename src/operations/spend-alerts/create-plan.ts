import { canonicalJson } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { alertOnWire, type AlertWish, sayAlert } from '../objects/spend-alert.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import type { wishFields } from './alert-fields.ts';
import { type KnownAlerts, placeOf, planOfPlace, projectGuardOf, warnReached, whereAlert } from './alert-state.ts';

export function wishOf({ amount, recipients, subject }: InputOf<typeof wishFields>): AlertWish {
  return { amountCents: amount, recipients: recipients.toSorted(), subject };
}

/** Two alerts that tell the same people the same: nobody needs them, and they could not be told apart either. */
const isTwin = (one: AlertWish, other: AlertWish): boolean =>
  one.amountCents === other.amountCents && canonicalJson(one.recipients) === canonicalJson(other.recipients);

export function planCreation(wish: AlertWish, have: KnownAlerts, now: Instant): Plan | Refusal {
  const place = placeOf(have);
  const twin = have.alerts.find((alert) => isTwin(alert, wish));
  if (twin !== undefined) {
    return refuse(`${place.create}.same`, {
      what: `There is an alert of ${place.name} ${sayAlert(twin)} already.`,
      rule: 'A request has to change something.',
    });
  }
  const name = formatCents(wish.amountCents);
  return planOf({
    ...planOfPlace(have, now),
    operation: place.create,
    tier: 'routine',
    title: `Add a spend alert to ${place.name}`,
    gist: sayAlert(wish),
    target: { kind: 'spend alert', ...(place.project ?? { id: 'organization', name: place.name }) },
    changes: [{ label: 'Spend alert', before: null, after: sayAlert(wish) }],
    warnings: warnReached(wish, have.spentCents),
    guards: projectGuardOf(have),
    before: {},
    steps: [
      createStep({
        id: 'create',
        title: `Add the spend alert of ${place.name} ${sayAlert(wish)}`,
        call: place.add(alertOnWire(wish)),
        listedIn: place.listAgain,
        where: whereAlert(wish, null),
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: 'delete the alert again. Mails that it sent stay sent.',
      operation: place.remove,
      input: { ...place.input, alert: { id: slotJson(resultOf('create', 'id')), name } },
    },
    bounds: { amountCents: wish.amountCents },
  });
}
