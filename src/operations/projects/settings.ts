import type { z } from 'zod';
import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import { formatCents } from '#domain/money.ts';
import type { ProjectRef } from '../field.ts';
import { modelsPart, needModelList } from '../models/list-part.ts';
import type { Need } from '../need.ts';
import { hostedToolsSchema } from '../objects/hosted-tools.ts';
import { modelListSchema, sayModelList } from '../objects/model-list.ts';
import { rateLimitsSchema, sayLimits } from '../objects/rate-limit.ts';
import { sayAllowedTiers, serviceTiersSchema } from '../objects/service-tiers.ts';
import { limitsBefore, limitsPart, limitsThatDiffer, needRateLimits } from '../rate-limits/limits-part.ts';
import { needTiers, tiersPart } from '../service-tiers/tiers-part.ts';
import { spendLimitSchema } from '../spend-limits/place.ts';
import { needTools, toolsPart, toolsThatDiffer } from '../tools/tools-part.ts';
import { hardLimitPart, needHardLimit } from './hard-limit.ts';
import type { InProject, Part } from './inside.ts';
import type { Wish } from './wish.ts';

/** What can stop a project, as it stands. */
export const stopSettings = { models: modelListSchema, limits: rateLimitsSchema, hardLimit: spendLimitSchema };
/** Everything that can be set on a project, as it stands. */
export const allSettings = { ...stopSettings, tools: hostedToolsSchema, tiers: serviceTiersSchema };

export type StopSettings = z.infer<z.ZodObject<typeof stopSettings>>;
export type AllSettings = z.infer<z.ZodObject<typeof allSettings>>;
/** Tools and tiers only where they were read; what was not read is not changed. */
export type Settings = StopSettings & Partial<AllSettings>;

export const needStopSettings = (project: ProjectRef): readonly Need[] => [
  needModelList(project),
  needRateLimits(project),
  needHardLimit(project),
];

export const needAllSettings = (project: ProjectRef): readonly Need[] => [
  ...needStopSettings(project),
  needTools(project),
  needTiers(project),
];

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
const centsOf = (settings: Settings): number | null => settings.hardLimit?.amountCents ?? null;

/** Everything in which the settings are not as wished; what is as wished already is left out. */
export function onlyChanges(before: Settings, wish: Wish): Wish {
  const { tools, tiers } = before;
  return {
    models: wish.models === null || same(wish.models.to, before.models) ? null : wish.models,
    limits: limitsThatDiffer(before.limits, wish.limits),
    tools:
      tools === undefined
        ? {}
        : Object.fromEntries(toolsThatDiffer(tools, wish.tools).map((tool) => [tool, !tools[tool]])),
    tiers: tiers === undefined || wish.tiers === null || same(tiers, wish.tiers) ? null : wish.tiers,
    hardLimit: wish.hardLimit === null || wish.hardLimit.to === centsOf(before) ? null : wish.hardLimit,
  };
}

/** Each setting's share. Models first: OpenAI lists rate limits only for models that the project may use. */
export function settingsParts(project: InProject, before: Settings, wish: Wish): readonly Part[] {
  const { models, limits, tools, tiers, hardLimit } = onlyChanges(before, wish);
  return [
    models === null ? null : modelsPart(project, before.models, models.to),
    limitsPart(project, before.limits, limits),
    before.tools === undefined ? null : toolsPart(project, before.tools, tools),
    before.tiers === undefined || tiers === null ? null : tiersPart(project, before.tiers, tiers),
    hardLimit === null ? null : hardLimitPart(project, centsOf(before), hardLimit.to),
  ].filter((part) => part !== null);
}

/** The values that a wish takes away: the wish that puts everything back. */
export function wishBack(before: Settings, wish: Wish): Wish {
  const { models, limits, tools, tiers, hardLimit } = onlyChanges(before, wish);
  return {
    models: models === null ? null : { to: before.models },
    limits: limits.map((each) => limitsBefore(before.limits, each)).filter((each) => each !== null),
    tools: Object.fromEntries(Object.entries(tools).map(([tool, isOn]) => [tool, !isOn])),
    tiers: tiers === null ? null : (before.tiers ?? null),
    hardLimit: hardLimit === null ? null : { to: centsOf(before) },
  };
}

/** What must still be so when a wish is carried out: every value it takes away, in words that approvers read. */
export function settingsGuard(before: Settings, wish: Wish): JsonObject {
  const { models, limits, tools, tiers, hardLimit } = wishBack(before, wish);
  return {
    ...(models === null ? {} : { models: sayModelList(models.to) }),
    ...(limits.length === 0
      ? {}
      : { limits: Object.fromEntries(limits.map((each) => [each.model, sayLimits(each.limits)])) }),
    ...(Object.keys(tools).length === 0 ? {} : { tools }),
    ...(tiers === null ? {} : { tiers: `${tiers.default} by default, allowed ${sayAllowedTiers(tiers.allowed)}` }),
    ...(hardLimit === null ? {} : { hardLimit: hardLimit.to === null ? null : formatCents(hardLimit.to) }),
  };
}
