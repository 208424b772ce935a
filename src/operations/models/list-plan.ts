import { z } from 'zod';
import { count, type Instant } from '#domain/instant.ts';
import type { OperationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type ModelList, modelListSchema, sayModelList } from '../objects/model-list.ts';
import { keepModelUse, type ModelUse, modelUseSchema, weekOfUse } from '../objects/model-use.ts';
import { projectSchema } from '../objects/project.ts';
import { rateLimitsSchema } from '../objects/rate-limit.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { needRateLimits } from '../rate-limits/limits-part.ts';
import { modelsPart, needModelList, sameModelList } from './list-part.ts';
import { undoModels } from './undo-list.ts';
import { warnModels } from './warn-models.ts';

export const knownModels = z.object({
  project: projectSchema,
  models: modelListSchema,
  use: modelUseSchema,
  limits: rateLimitsSchema,
});
type Known = z.infer<typeof knownModels>;

/** The list as it stands, and what the project uses: a model that is blocked while it is in use stops something. */
export function needModels(ref: ProjectRef, have: Partial<Known>, now: Instant): readonly Need[] | Refusal {
  return needInside(have, {
    family: 'models',
    ref,
    rest: () =>
      have.models === undefined
        ? [
            needModelList(ref),
            read('use', { call: weekOfUse(ref, now), keep: keepModelUse, pages: 'all' }),
            needRateLimits(ref),
          ]
        : [],
  });
}

const number = new Intl.NumberFormat('en-US');

function sayUse(use: readonly ModelUse[]): string {
  const [most] = use;
  if (most === undefined) return 'no completions in the last 7 days';
  return `${count(use.length, 'model')} used in the last 7 days, ${most.model} the most`;
}

interface Asked {
  readonly id: OperationId;
  readonly now: Instant;
  readonly wish: ModelList;
}

/** Puts a model list, or takes it away, on a project that has another one. */
export function planModels({ id, now, wish }: Asked, have: Known): Plan | Refusal {
  const { models: before, use } = have;
  const project = refOf(have.project);
  const { name } = project;
  if (sameModelList(before, wish)) {
    return refuse(`${id}.same`, {
      what: `${name} may use ${sayModelList(wish)} already.`,
      rule: 'A request has to change something.',
    });
  }
  return planOf({
    operation: id,
    tier: 'destructive',
    title: wish === null ? `Allow every model in ${name}` : `Set the models of ${name}`,
    gist: sayModelList(wish),
    target: { kind: 'project', ...project },
    project,
    ...modelsPart(project, before, wish),
    holds: sayUse(use),
    facts: use.map(({ model, requests }) => ({
      label: `${model}, last 7 days`,
      value: `${number.format(requests)} requests`,
      at: now,
    })),
    warnings: warnModels({ name, before, after: wish, use, limits: have.limits }),
    guards: { project: projectGuard(have.project), models: before },
    before: { models: before },
    inverse: undoModels(project, before),
    // Whatever is not a list of its own also opens models that are released later.
    bounds: { models: wish?.kind === 'only' ? wish.models : null },
  });
}
