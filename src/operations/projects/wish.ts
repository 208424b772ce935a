import type { ModelList } from '../objects/model-list.ts';
import type { ServiceTiers } from '../objects/service-tiers.ts';
import type { ModelLimits } from '../rate-limits/limits-part.ts';
import type { ToolWish } from '../tools/tools-part.ts';

/** What somebody wants a project's settings to be. Null, or empty, leaves a setting as it is. */
export interface Wish {
  readonly models: { readonly to: ModelList } | null;
  readonly limits: readonly ModelLimits[];
  readonly tools: ToolWish;
  readonly tiers: ServiceTiers | null;
  /** US cents a month; null inside is no limit. */
  readonly hardLimit: { readonly to: number | null } | null;
}

export const noWish: Wish = { models: null, limits: [], tools: {}, tiers: null, hardLimit: null };
