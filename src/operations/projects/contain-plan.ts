import { count, type Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { operationId } from '#domain/ids.ts';
import type { ProjectRef } from '../field.ts';
import type { ApiKey } from '../objects/api-key.ts';
import type { ModelList } from '../objects/model-list.ts';
import type { Project } from '../objects/project.ts';
import { measureNames, measures, type RateLimit, rateLimitId, sayLimits } from '../objects/rate-limit.ts';
import type { Change, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { limitsStep, listOfLimits, type ModelLimits, pickLimits } from '../rate-limits/limits-part.ts';
import { keyFacts, listKeys } from './hanging.ts';
import { projectGuard, refOf } from './inside.ts';
import { onePart, verdictOf } from './plan-settings.ts';
import { settingsGuard, settingsParts, type StopSettings, wishBack } from './settings.ts';
import { noWish, type Wish } from './wish.ts';
import { stopInput } from './wish-words.ts';

export const leastCents = 1;
/** No model at all. */
export const noModels: NonNullable<ModelList> = { kind: 'only', models: [] };

/** Zero may be refused or taken for "no limit"; one lets nothing through that matters. */
const LEAST = 1;

function leastLimits({ model, limits }: RateLimit): ModelLimits {
  const above = pickLimits(limits, (_, value) => value > LEAST);
  return { model, limits: Object.fromEntries(Object.keys(above).map((name) => [name, LEAST])) };
}

/** Everything down: the fastest models first, since a plan holds only so many. */
function leastOfAll(before: StopSettings): Wish {
  const fastest = before.limits.toSorted(
    (one, other) => (other.limits.requestsPerMinute ?? 0) - (one.limits.requestsPerMinute ?? 0),
  );
  return onePart(before, {
    ...noWish,
    models: { to: noModels },
    limits: fastest.map(leastLimits),
    hardLimit: { to: leastCents },
  }).wish;
}

/**
 * With no model allowed any more OpenAI may list no limits either, so the proof is that the old value is listed no longer: it holds
 * while the limit is down and after its row has gone.
 */
function limitDown(project: ProjectRef, before: readonly RateLimit[], wish: ModelLimits): Step {
  const step = limitsStep(project, wish);
  const old = before.find((row) => row.model === wish.model)?.limits ?? {};
  const measure = measureNames.find((name) => wish.limits[name] !== undefined) ?? 'requestsPerMinute';
  const where = { id: rateLimitId(wish.model), [measures[measure].wire]: old[measure] ?? 0 };
  return { ...step, proof: { by: 'unlisted', read: listOfLimits(project), where } };
}

/** The hard limit first, as it is one call; the models last, because limits can be set only of models that are allowed. */
function downSteps(project: ProjectRef, before: StopSettings, wish: Wish): readonly Step[] {
  const stepsOf = (part: Partial<Wish>) =>
    settingsParts(project, before, { ...noWish, ...part }).flatMap(({ steps }) => steps);
  return [
    ...stepsOf({ hardLimit: wish.hardLimit }),
    ...wish.limits.map((each) => limitDown(project, before.limits, each)),
    ...stepsOf({ models: wish.models }),
  ];
}

function downChanges(project: ProjectRef, before: StopSettings, wish: Wish): readonly Change[] {
  const others = settingsParts(project, before, { ...wish, limits: [] }).flatMap(({ changes }) => changes);
  if (wish.limits.length === 0) return others;
  const label = `Rate limits of ${count(wish.limits.length, 'model')}`;
  const most = Math.max(...before.limits.map(({ limits }) => limits.requestsPerMinute ?? 0));
  const up = `up to ${sayLimits({ requestsPerMinute: most })}`;
  return [...others, { label, before: up, after: 'one request and one token a minute' }];
}

interface Known extends StopSettings {
  readonly project: Project;
  readonly keys: readonly ApiKey[];
  readonly spentCents: number;
}

const id = operationId('projects.contain');

function reachOf(name: string, keys: readonly ApiKey[], now: Instant): string {
  if (keys.length === 0) return `${name} has no keys; whatever else makes requests in it is paused.`;
  return `Pauses ALL ${count(keys.length, 'key')} of ${name}: ${listKeys(keys, now)}.`;
}

/** Stops every request of a project without deleting anything. */
export function planContainment(have: Known, now: Instant): Plan | Refusal {
  const project = refOf(have.project);
  const { name } = project;
  const wish = leastOfAll(have);
  const steps = downSteps(project, have, wish);
  if (steps.length === 0) {
    return refuse('projects.contain.same', {
      what: `${name} is contained already.`,
      rule: 'It may use no model, and its hard limit is one cent.',
      next: { kind: 'start', label: 'Release it', operation: operationId('projects.release'), input: { project } },
    });
  }
  const back = wishBack(have, wish);
  const { verdict, loss } = verdictOf(back);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Contain the project ${name}`,
    gist: `pauses all ${count(have.keys.length, 'key')} of ${name}`,
    target: { kind: 'project', ...project },
    project,
    changes: downChanges(project, have, wish),
    holds: `${count(have.keys.length, 'key')} · ${formatCents(have.spentCents)} spent this month`,
    facts: keyFacts(have.keys, now),
    warnings: [
      reachOf(name, have.keys, now),
      'Nothing is deleted or revoked: a leaked key works again once the project is released.',
    ],
    guards: { project: projectGuard(have.project), ...settingsGuard(have, wish) },
    before: { models: have.models, limits: have.limits, hardLimit: have.hardLimit },
    steps,
    inverse: {
      verdict,
      sentence: `release it: models, rate limits and hard limit come back as they are now, after a short while.${loss}`,
      operation: operationId('projects.release'),
      input: { project, request: null, ...stopInput(back) },
    },
  });
}
