import { z } from 'zod';
import { tiers } from '#domain/tier.ts';
import { type DeskWish, deskSections, deskStandings } from '#approvals/desk-wish.ts';
import type { Pointers } from '../ids.ts';

export type HomePurpose = 'home.turn' | 'home.filter';

/** Names of families and ids of projects as they are; anything else filters by nothing. */
export const familyPattern = /^[a-z-]{1,60}$/;
export const projectPattern = /^[A-Za-z0-9_-]{1,120}$/;

// Twenty pages is all there is; the bound keeps a number from meaning nothing.
const shape = z.strictObject({
  s: z.enum(deskSections),
  p: z.int().min(0).max(100),
  f: z.string().regex(familyPattern).nullable(),
  j: z.string().regex(projectPattern).nullable(),
  t: z.enum(tiers).nullable(),
  g: z.enum(deskStandings).nullable(),
});

/** Which part of Home a button or a filter leads to. */
export function sealWish(pointers: Pointers, purpose: HomePurpose, { section, page, filter }: DeskWish): string {
  const { family, project, tier, standing } = filter;
  return pointers.seal(purpose, { s: section, p: page, f: family, j: project, t: tier, g: standing });
}

export function openWish(pointers: Pointers, purpose: HomePurpose, text: string): DeskWish | null {
  const parsed = shape.safeParse(pointers.open(purpose, text));
  if (!parsed.success) return null;
  const { s, p, f, j, t, g } = parsed.data;
  return { section: s, page: p, filter: { family: f, project: j, tier: t, standing: g } };
}
