import { z } from 'zod';

/** The policy in force and those before it, newest first. */
export const policiesSchema = z.object({
  digest: z.string(),
  /** `P-3`; empty before the first was adopted. */
  name: z.string(),
  /** Short digest of a file that waits; null where none does. */
  proposed: z.string().nullable(),
  rules: z.array(z.object({ name: z.string(), says: z.string() })),
  history: z.array(
    z.object({
      name: z.string(),
      digest: z.string(),
      how: z.string(),
      at: z.number(),
      requestId: z.string().nullable(),
    }),
  ),
});
