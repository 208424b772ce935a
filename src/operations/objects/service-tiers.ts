import { z } from 'zod';

/** Tiers a project can be allowed beside the standard one, which always works (OpenAI API reference, 2026-11). */
export const optionalTiers = ['flex', 'fast', 'ultrafast'] as const;
export const defaultTiers = ['standard', 'fast', 'scale'] as const;

/** `allowed: 'all'` holds for tiers to come, too; an empty list leaves the standard tier alone. */
export const serviceTiersSchema = z.object({
  default: z.enum(defaultTiers),
  allowed: z.union([z.literal('all'), z.array(z.enum(optionalTiers))]),
});
export type ServiceTiers = z.infer<typeof serviceTiersSchema>;

/** `ProjectServiceTierSettings` (OpenAI API reference, 2026-11). */
export const serviceTiersWire = z.looseObject({
  default: z.enum(defaultTiers),
  enabled_tiers: z.union([z.literal('all'), z.array(z.enum(optionalTiers))]),
});

export function keepServiceTiers(answer: unknown): ServiceTiers {
  const { default: standard, enabled_tiers: allowed } = serviceTiersWire.parse(answer);
  return { default: standard, allowed: allowed === 'all' ? allowed : allowed.toSorted() };
}

/** `standard, flex`. */
export function sayAllowedTiers(allowed: ServiceTiers['allowed']): string {
  return allowed === 'all' ? 'all, also new ones' : ['standard', ...allowed].join(', ');
}
