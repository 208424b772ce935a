import { z } from 'zod';
import type { Instant } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isUseOf, modelUseSchema } from '../objects/model-use.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { type Limits, type RateLimit, rateLimitsSchema, sayLimits } from '../objects/rate-limit.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { projectGuard, refOf } from '../projects/inside.ts';
import { isEmpty, limitsBefore, limitsPart, pickLimits } from './limits-part.ts';

const id = operationId('rate-limits.set');

export const knownLimits = z.object({ project: projectSchema, limits: rateLimitsSchema, use: modelUseSchema });
export type KnownLimits = z.infer<typeof knownLimits>;

export function refuseNoModel(project: Project, model: string): Refusal {
  return refuse('rate-limits.no-model', {
    what: `${project.name} has no limits for ${model}.`,
    rule: 'OpenAI lists limits only for models that the project may use.',
    next: {
      kind: 'start',
      label: 'Show its models',
      operation: operationId('models.show'),
      input: { project: refOf(project) },
    },
  });
}

function refuseWish(row: RateLimit, wish: Limits): Refusal | null {
  if (isEmpty(wish)) {
    return refuse('rate-limits.nothing', {
      what: `Nothing was said that ${row.model} should be limited to.`,
      rule: 'Give at least one number.',
    });
  }
  const foreign = pickLimits(wish, (measure) => row.limits[measure] === undefined);
  if (isEmpty(foreign)) return null;
  return refuse('rate-limits.not-measured', {
    what: `${row.model} is not limited in this: ${sayLimits(foreign)}.`,
    rule: `OpenAI limits it to ${sayLimits(row.limits)}.`,
  });
}

const number = new Intl.NumberFormat('en-US');
const MINUTES = 60;

/** Completions a minute in the busiest hour of the last day, under any name that usage gives the model. */
function busiestMinute(model: string, use: KnownLimits['use']): number {
  const busiest = use.filter((each) => isUseOf(model, each.model)).reduce((sum, each) => sum + each.busiest, 0);
  return Math.ceil(busiest / MINUTES);
}

function warningsFor(model: string, wish: Limits, used: number): readonly string[] {
  const warnings: string[] = [];
  if (Object.values(wish).includes(0)) warnings.push(`A limit of 0 stops every request for ${model}.`);
  if (wish.requestsPerMinute !== undefined && wish.requestsPerMinute < used) {
    warnings.push(`Below what is used: ${number.format(used)} requests a minute in the busiest hour of the last day.`);
  }
  return warnings;
}

interface Asked {
  readonly row: RateLimit;
  readonly wish: Limits;
  readonly now: Instant;
}

/** The limit that grows most, in percent of what it was; 100 where none grows. */
function raisedPercent(before: Limits, after: Limits): number {
  const times = Object.entries(after).map(([name, value]) => {
    const was = Object.entries(before).find(([each]) => each === name)?.[1] ?? value;
    return was > 0 ? Math.ceil((100 * value) / was) : 100;
  });
  return Math.max(100, ...times);
}

/** Sets the limits of one model, those that differ. */
export function planLimits({ row, wish, now }: Asked, have: KnownLimits): Plan | Refusal {
  const refusal = refuseWish(row, wish);
  if (refusal !== null) return refusal;
  const project = refOf(have.project);
  const asked = { model: row.model, limits: pickLimits(wish, (name, value) => row.limits[name] !== value) };
  const part = limitsPart(project, have.limits, [asked]);
  if (part === null) {
    return refuse('rate-limits.same', {
      what: `${row.model} in ${project.name} is limited to ${sayLimits(wish)} already.`,
      rule: 'A request has to change something.',
    });
  }
  const before = limitsBefore(have.limits, asked)?.limits ?? {};
  const used = busiestMinute(row.model, have.use);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Set rate limits in ${project.name}`,
    gist: `${row.model}, ${sayLimits(asked.limits)}`,
    target: { kind: 'rate limit', id: row.id, name: row.model },
    project,
    ...part,
    holds: `${sayLimits(row.limits)}; ${number.format(used)} requests a minute in the busiest hour of the last day`,
    facts: [{ label: 'Completions a minute, busiest hour', value: number.format(used), at: now }],
    warnings: warningsFor(row.model, asked.limits, used),
    guards: { project: projectGuard(have.project), row: row.id, limits: before },
    before: { model: row.model, limits: row.limits },
    bounds: { raisedPercent: raisedPercent(row.limits, asked.limits) },
    inverse: {
      verdict: 'partial',
      sentence: `set it back to ${sayLimits(before)}. If it followed OpenAI’s default until now, it stays a fixed number.`,
      operation: id,
      input: { project, model: { id: row.id, name: row.model }, ...before },
    },
  });
}
