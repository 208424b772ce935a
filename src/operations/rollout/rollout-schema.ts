import { z } from 'zod';

const mode = z.enum(['off', 'plan-only', 'on']);

/** What a word about the rollout would change, or why there is nothing that it could speak of. */
export const rolloutMoveSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), code: z.string(), what: z.string(), rule: z.string() }),
  z.object({
    kind: z.literal('move'),
    /** `keys.* for platform`. */
    meant: z.string(),
    covers: z.array(
      z.object({
        operation: z.string(),
        tier: z.string(),
        /** How far it was opened so far. */
        now: mode,
        /** How far the policy lets it go. */
        ceiling: mode,
      }),
    ),
    /** Words in force that speak of the same, the newest first. */
    over: z.array(z.object({ id: z.number(), sentence: z.string(), isOfOthers: z.boolean() })),
    /** Why what is critical waits in any case; empty where it does not. */
    stepUp: z.string(),
  }),
]);
export type RolloutMove = z.infer<typeof rolloutMoveSchema>;

/** One line of the state: operations that go equally far for the same people. */
export const rolloutRowSchema = z.object({
  what: z.string(),
  whom: z.string(),
  group: z.string().nullable(),
  selector: z.string(),
  goes: mode,
  /** Why no further; empty where it is on. */
  why: z.string(),
  /** Who said the last word, and when; empty where nobody did. */
  said: z.string(),
});
export type RolloutRow = z.infer<typeof rolloutRowSchema>;
