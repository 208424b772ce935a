import type { OperationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { warnModels } from '../models/warn-models.ts';
import type { ModelUse } from '../objects/model-use.ts';
import type { Project } from '../objects/project.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { warnTiers } from '../service-tiers/tiers-part.ts';
import { toolsThatDiffer, warnTools } from '../tools/tools-part.ts';
import { projectGuard, refOf } from './inside.ts';
import { onlyChanges, type Settings, settingsGuard, settingsParts, wishBack } from './settings.ts';
import type { Wish } from './wish.ts';

export interface SettingsAsked {
  readonly id: OperationId;
  readonly now: Instant;
  /** Verb and object. */
  readonly title: string;
  readonly project: Project;
  readonly before: Settings;
  readonly wish: Wish;
  /** Models used in the last week, and US cents spent this month, where they were read. */
  readonly use: readonly ModelUse[];
  readonly spentCents: number | null;
  /** From the wish that puts everything back. */
  readonly inverse: (back: Wish) => Inverse;
}

// A plan has at most 50 steps, and five are enough for all other settings.
const MOST_LIMITS = 40;

/** As much of the wish as one plan carries out, and for how many models limits are left over. */
export function onePart(before: Settings, wish: Wish): { readonly wish: Wish; readonly later: number } {
  const changes = onlyChanges(before, wish);
  const later = Math.max(0, changes.limits.length - MOST_LIMITS);
  return { wish: { ...changes, limits: changes.limits.slice(0, MOST_LIMITS) }, later };
}

function warnHardLimit({ project, spentCents }: SettingsAsked, wish: Wish): readonly string[] {
  if (wish.hardLimit === null) return [];
  const { to } = wish.hardLimit;
  if (to === null) return [`Nothing stops the spending of ${project.name} then.`];
  if (spentCents === null || to > spentCents) return [];
  return [
    `${formatCents(spentCents)} were spent this month, so every request of ${project.name} fails until the month turns.`,
  ];
}

function warningsFor(asked: SettingsAsked, wish: Wish): readonly string[] {
  const { before, use } = asked;
  const { name } = asked.project;
  const { tools, tiers } = before;
  return [
    ...(wish.models === null
      ? []
      : warnModels({ name, before: before.models, after: wish.models.to, use, limits: before.limits })),
    ...(tools === undefined ? [] : warnTools(name, tools, toolsThatDiffer(tools, wish.tools))),
    ...(tiers === undefined || wish.tiers === null ? [] : warnTiers(name, tiers, wish.tiers)),
    ...warnHardLimit(asked, wish),
  ];
}

/** Puts several settings of one project at once, those that differ. */
export function planSettings(asked: SettingsAsked): Plan | Refusal {
  const project = refOf(asked.project);
  const { wish, later } = onePart(asked.before, asked.wish);
  const parts = settingsParts(project, asked.before, wish);
  if (parts.length === 0) {
    return refuse(`${asked.id}.same`, {
      what: `The settings of ${project.name} are like this already.`,
      rule: 'A request has to change something.',
    });
  }
  const changes = parts.flatMap((part) => part.changes);
  return planOf({
    operation: asked.id,
    tier: 'destructive',
    title: asked.title,
    gist: `${project.name}, ${count(changes.length, 'change')}`,
    target: { kind: 'project', ...project },
    project,
    changes,
    holds: asked.spentCents === null ? '' : `${formatCents(asked.spentCents)} spent this month`,
    warnings: [
      ...(later === 0 ? [] : [`The limits of ${count(later, 'more model')} are left for another request like this.`]),
      ...warningsFor(asked, wish),
    ],
    guards: { project: projectGuard(asked.project), ...settingsGuard(asked.before, wish) },
    before: { ...asked.before },
    steps: parts.flatMap((part) => part.steps),
    inverse: asked.inverse(wishBack(asked.before, wish)),
    bounds:
      wish.hardLimit === null
        ? {}
        : { amountCents: wish.hardLimit.to, beforeCents: asked.before.hardLimit?.amountCents ?? null },
  });
}

/** Limits return as numbers; nothing brings back "as OpenAI sees fit". */
export function verdictOf(back: Wish): { readonly verdict: 'exact' | 'partial'; readonly loss: string } {
  if (back.limits.length === 0) return { verdict: 'exact', loss: '' };
  return { verdict: 'partial', loss: ' A rate limit that followed OpenAI’s default until now stays a fixed number.' };
}
