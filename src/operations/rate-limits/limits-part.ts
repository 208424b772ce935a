import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import {
  keepRateLimits,
  type Limits,
  measureNames,
  measures,
  type RateLimit,
  rateLimitId,
  sayLimits,
} from '../objects/rate-limit.ts';
import type { Step } from '../plan.ts';
import type { InProject, Part } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';

const PATH = '/organization/projects/{project_id}/rate_limits';

export const needRateLimits = (project: ProjectRef): Need =>
  read('limits', {
    call: call(`GET ${PATH}`, { params: { project_id: project.id } }),
    keep: keepRateLimits,
    pages: 'all',
  });

export const listOfLimits = (project: InProject) => callTemplate(`GET ${PATH}`, { params: { project_id: project.id } });

/** Limits that somebody wants a model to have; measures that are left out stay as they are. */
export interface ModelLimits {
  readonly model: string;
  readonly limits: Limits;
}

function limitsOnWire(limits: Limits): Readonly<Record<string, number>> {
  return Object.fromEntries(
    measureNames.flatMap((name) => {
      const value = limits[name];
      return value === undefined ? [] : [[measures[name].wire, value]];
    }),
  );
}

/** Only those limits whose value satisfies. */
export function pickLimits(limits: Limits, fits: (name: (typeof measureNames)[number], value: number) => boolean) {
  return Object.fromEntries(
    measureNames.flatMap((name) => {
      const value = limits[name];
      return value !== undefined && fits(name, value) ? [[name, value]] : [];
    }),
  ) as Limits;
}

export const isEmpty = (limits: Limits): boolean => Object.keys(limits).length === 0;

/** One call a model; OpenAI has no other way. Read back from the list, since an update was seen to answer the old values (2026). */
export function limitsStep(project: InProject, { model, limits }: ModelLimits): Step {
  const body = limitsOnWire(limits);
  const id = rateLimitId(model);
  return setStep({
    id: `limits-${model}`,
    title: `Limit ${model} in ${project.name} to ${sayLimits(limits)}`,
    call: callTemplate(`POST ${PATH}/{rate_limit_id}`, { params: { project_id: project.id, rate_limit_id: id }, body }),
    read: listOfLimits(project),
    where: { id, ...body },
    isList: true,
  });
}

/** What each model would be limited to that it is not limited to now. */
export function limitsThatDiffer(before: readonly RateLimit[], wishes: readonly ModelLimits[]): readonly ModelLimits[] {
  return wishes.flatMap(({ model, limits }) => {
    const now = before.find((row) => row.model === model)?.limits ?? {};
    const differing = pickLimits(limits, (name, value) => now[name] !== value);
    return isEmpty(differing) ? [] : [{ model, limits: differing }];
  });
}

/** The limits that a model has now, of the measures that would change; null where OpenAI does not list the model. */
export function limitsBefore(before: readonly RateLimit[], { model, limits }: ModelLimits): ModelLimits | null {
  const row = before.find((each) => each.model === model);
  return row === undefined ? null : { model, limits: pickLimits(row.limits, (name) => limits[name] !== undefined) };
}

/** Sets what differs. */
export function limitsPart(
  project: InProject,
  before: readonly RateLimit[],
  wishes: readonly ModelLimits[],
): Part | null {
  const differing = limitsThatDiffer(before, wishes);
  if (differing.length === 0) return null;
  return {
    changes: differing.map((wish) => {
      const old = limitsBefore(before, wish);
      return {
        label: `Limits of ${wish.model}`,
        before: old === null ? 'not listed now' : sayLimits(old.limits),
        after: sayLimits(wish.limits),
      };
    }),
    steps: differing.map((wish) => limitsStep(project, wish)),
  };
}
