import { canonicalJson } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf, ThingRef } from '../field.ts';
import { alertOnWire, type AlertWish, sayAlert, type SpendAlert } from '../objects/spend-alert.ts';
import type { Change, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { setStep } from '../step.ts';
import type { Place } from './place.ts';
import type { changeFields } from './alert-fields.ts';
import {
  type KnownAlert,
  placeOf,
  planOfPlace,
  projectGuardOf,
  refuseGone,
  warnReached,
  whereAlert,
} from './alert-state.ts';

type ChangeInput = InputOf<typeof changeFields>;

/** The alert with what was asked for put in the place of what it has. */
function wishOf({ amount, recipients, subject, noSubject }: ChangeInput, alert: SpendAlert): AlertWish {
  return {
    amountCents: amount ?? alert.amountCents,
    recipients: recipients?.toSorted() ?? alert.recipients,
    subject: noSubject === true ? null : (subject ?? alert.subject),
  };
}

function changesOf(before: AlertWish, after: AlertWish): readonly Change[] {
  const lines = [
    ['Amount a month', formatCents(before.amountCents), formatCents(after.amountCents)],
    ['E-mail to', before.recipients.join(', '), after.recipients.join(', ')],
    ['Subject begins with', before.subject, after.subject],
  ] as const;
  return lines.filter(([, was, is]) => was !== is).map(([label, was, is]) => ({ label, before: was, after: is }));
}

/** As an update takes it: everything, so that nothing of what stood there is left over. */
function backTo({ amountCents, recipients, subject }: AlertWish) {
  return {
    amount: amountCents,
    recipients: [...recipients],
    ...(subject === null ? { noSubject: true } : { subject }),
  };
}

/** `same` is the wish, should it be what the alert is already. */
function refuseWish({ name, update }: Place, input: ChangeInput, same: AlertWish | null): Refusal | null {
  if (input.subject !== null && input.noSubject === true) {
    return refuse(`${update}.two-subjects`, {
      what: 'It is not clear what the subject should begin with.',
      rule: 'Say how it begins, or that it is as OpenAI writes it.',
    });
  }
  if (same === null) return null;
  return refuse(`${update}.same`, {
    what: `This alert of ${name} is ${sayAlert(same)} already.`,
    rule: 'A request has to change something.',
  });
}

type UpdateInput = ChangeInput & { readonly alert: ThingRef };

export function planUpdate(input: UpdateInput, have: KnownAlert, now: Instant): Plan | Refusal {
  const place = placeOf(have);
  const { alert } = have;
  if (alert === null) return refuseGone(place.update, input.alert);
  const { id, ...before } = alert;
  const wish = wishOf(input, alert);
  const refusal = refuseWish(place, input, canonicalJson(wish) === canonicalJson(before) ? wish : null);
  if (refusal !== null) return refusal;
  return planOf({
    ...planOfPlace(have, now),
    operation: place.update,
    tier: 'routine',
    title: `Change a spend alert of ${place.name}`,
    gist: sayAlert(wish),
    target: { kind: 'spend alert', id, name: formatCents(before.amountCents) },
    changes: changesOf(before, wish),
    warnings: warnReached(wish, have.spentCents),
    guards: { ...projectGuardOf(have), alert },
    before: { alert },
    steps: [
      setStep({
        id: 'replace',
        title: `Set the spend alert of ${place.name} ${sayAlert(wish)}`,
        call: place.replace(id, alertOnWire(wish)),
        read: place.oneAgain(id),
        where: whereAlert(wish, before),
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: `set it back to ${sayAlert(before)}.`,
      operation: place.update,
      input: { ...place.input, alert: { id, name: formatCents(wish.amountCents) }, ...backTo(before) },
    },
    bounds: { amountCents: wish.amountCents },
  });
}
