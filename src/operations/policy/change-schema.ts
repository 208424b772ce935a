import { z } from 'zod';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Need, recall } from '../need.ts';

/** What another policy would have made of what was asked for lately. */
const replaySchema = z.object({
  days: z.number(),
  asked: z.number(),
  /** There was more than could be looked at. */
  isCut: z.boolean(),
  fails: z.number(),
  fewer: z.number(),
  more: z.number(),
  lines: z.array(z.string()),
});
export type Replay = z.infer<typeof replaySchema>;

/** What adopting another policy would change, or why there is nothing to adopt. */
export const policyChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), code: z.string(), what: z.string(), rule: z.string() }),
  z.object({
    kind: z.literal('change'),
    inForce: z.object({ digest: z.string(), name: z.string().nullable() }),
    proposed: z.object({ digest: z.string(), file: z.string(), version: z.string().nullable() }),
    loosens: z.boolean(),
    differences: z.array(z.object({ direction: z.string(), sentence: z.string() })),
    replay: replaySchema.extend({ sentence: z.string() }),
  }),
]);
/** Both ways to look at another policy, before adopting it and with it, begin alike. */
export const knownChange = z.object({ change: policyChangeSchema });

export const needChange = (version: string | null, have: Partial<z.infer<typeof knownChange>>): readonly Need[] =>
  have.change === undefined ? [recall('change', { of: 'policy-change', version })] : [];

export const noChange = ({
  code,
  what,
  rule,
}: Extract<z.infer<typeof policyChangeSchema>, { kind: 'none' }>): Refusal => refuse(code, { what, rule });

export type PolicyChange = Extract<z.infer<typeof policyChangeSchema>, { kind: 'change' }>;
