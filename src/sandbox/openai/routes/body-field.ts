import { z } from 'zod';

/** Body fields that several families take. */
export const bodyField = {
  name: z.string().min(1).max(256),
  projectRole: z.enum(['member', 'owner']),
  organizationRole: z.enum(['reader', 'owner']),
  /** A key lives at most one year; OpenAI API reference, 2026-11. */
  lifetimeSec: z.int().min(1).max(31_536_000),
  scopes: z.array(z.string().min(1)).max(200),
  count: z.int().min(0),
  /** The only ones there are; OpenAI API reference, 2026-11. */
  currency: z.literal('USD'),
  interval: z.literal('month'),
} as const;
