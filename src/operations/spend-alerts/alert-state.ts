import { z } from 'zod';
import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ProjectRef, ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { costsSince, keepTotalCents, monthStart } from '../objects/cost.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { type AlertWish, keepSpendAlert, keepSpendAlerts, spendAlertSchema } from '../objects/spend-alert.ts';
import type { Plan, PlanFact } from '../plan.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { organizationPlace, type Place, projectPlace } from './place.ts';

/** Every alert of a place, with what was spent there this month. */
export const knownAlerts = z.object({ alerts: z.array(spendAlertSchema), spentCents: z.number() });
export const knownProjectAlerts = z.object({ project: projectSchema, ...knownAlerts.shape });
/** One alert, null when it is gone. */
export const knownAlert = z.object({ alert: spendAlertSchema.nullable(), spentCents: z.number() });
export const knownProjectAlert = z.object({ project: projectSchema, ...knownAlert.shape });

interface InPlace {
  readonly project?: Project;
}
export type KnownAlerts = z.infer<typeof knownAlerts> & InPlace;
export type KnownAlert = z.infer<typeof knownAlert> & InPlace;

/** The project as it is named now, else the organization. */
export const placeOf = ({ project }: InPlace): Place =>
  project === undefined ? organizationPlace : projectPlace(refOf(project));

const needSpent = (place: Place, now: Instant): Need =>
  read('spentCents', { call: costsSince(monthStart(now), place.project), keep: keepTotalCents, pages: 'all' });

export function needAlerts(place: Place, have: Partial<KnownAlerts>, now: Instant): readonly Need[] {
  if (have.alerts !== undefined) return [];
  return [read('alerts', { call: place.list, keep: keepSpendAlerts, pages: 'all' }), needSpent(place, now)];
}

export function needAlert(
  place: Place,
  have: Partial<KnownAlert>,
  ask: { readonly ref: ThingRef; readonly now: Instant },
): readonly Need[] {
  if (have.alert !== undefined) return [];
  const alert = read('alert', { call: place.one(ask.ref.id), keep: keepSpendAlert, absent: 'null' });
  return [alert, needSpent(place, ask.now)];
}

/** In a project that can still be changed. */
export const needInProject = (
  have: InPlace,
  ref: ProjectRef,
  rest: (place: Place) => readonly Need[],
): readonly Need[] | Refusal => needInside(have, { family: 'spend-alerts', ref, rest: () => rest(projectPlace(ref)) });

/** The parts that every plan about an alert has, whatever becomes of it. */
export function planOfPlace(have: InPlace & { readonly spentCents: number }, now: Instant) {
  const { project } = placeOf(have);
  const spent = formatCents(have.spentCents);
  const facts: readonly PlanFact[] = [{ label: 'Spent this month', value: spent, at: now }];
  return { project, holds: `${spent} spent this month`, facts } satisfies Partial<Plan>;
}

export const projectGuardOf = ({ project }: InPlace) =>
  project === undefined ? {} : { project: projectGuard(project) };

/** What proves an alert as wished. A subject that was never there may be answered as null or left out. */
export function whereAlert({ amountCents, recipients, subject }: AlertWish, had: AlertWish | null) {
  return {
    threshold_amount: amountCents,
    'notification_channel.recipients': [...recipients],
    ...(subject === null && (had === null || had.subject === null)
      ? {}
      : { 'notification_channel.subject_prefix': subject }),
  };
}

export function warnReached({ amountCents }: AlertWish, spentCents: number): readonly string[] {
  if (amountCents > spentCents) return [];
  return [
    `${formatCents(spentCents)} is spent this month already: the mail may come at once, or not before next month.`,
  ];
}

export function refuseGone(id: string, ref: ThingRef): Refusal {
  return refuse(`${id}.gone`, {
    what: `The spend alert ${ref.name || ref.id} does not exist any more.`,
    rule: 'OpenAI no longer lists it, so it sends nothing.',
  });
}
