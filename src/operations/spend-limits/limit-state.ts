import { z } from 'zod';
import type { Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { costsSince, keepTotalCents, monthStart } from '../objects/cost.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import type { Plan } from '../plan.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { keepSpendLimit, organizationPlace, type Place, projectPlace, spendLimitSchema } from './place.ts';

/** The limit as it stands, and what was spent this month: a limit below that stops production at once. */
export const knownLimit = z.object({ limit: spendLimitSchema, spentCents: z.number() });
export const knownProjectLimit = z.object({ project: projectSchema, ...knownLimit.shape });
export type KnownLimit = z.infer<typeof knownLimit> & { readonly project?: Project };

export function needLimit(place: Place, have: Partial<KnownLimit>, now: Instant): readonly Need[] {
  if (have.limit !== undefined) return [];
  return [
    read('limit', { call: place.read, keep: keepSpendLimit, absent: 'null' }),
    read('spentCents', { call: costsSince(monthStart(now), place.project), keep: keepTotalCents, pages: 'all' }),
  ];
}

export function needProjectLimit(ref: ProjectRef, have: Partial<KnownLimit>, now: Instant): readonly Need[] | Refusal {
  return needInside(have, { family: 'spend-limits', ref, rest: () => needLimit(projectPlace(ref), have, now) });
}

/** The project as it is named now, else the organization. */
export const placeOf = ({ project }: KnownLimit): Place =>
  project === undefined ? organizationPlace : projectPlace(refOf(project));

/** The parts that every plan about a limit has, whatever becomes of it. */
export function planOfPlace(place: Place, have: KnownLimit, now: Instant) {
  const amount = have.limit?.amountCents ?? null;
  const spent = formatCents(have.spentCents);
  const enforcing = have.limit?.status === 'enforcing';
  return {
    tier: place.tier,
    target: { kind: 'spend limit', ...(place.project ?? { id: 'organization', name: place.name }) },
    project: place.project,
    holds: `${spent} spent this month${enforcing ? ', requests fail just now because of the limit' : ''}`,
    facts: [{ label: 'Spent this month', value: spent, at: now }],
    guards: { limit: amount, ...(have.project === undefined ? {} : { project: projectGuard(have.project) }) },
    before: { limit: amount },
  } satisfies Partial<Plan>;
}
