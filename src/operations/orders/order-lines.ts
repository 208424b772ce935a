import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#domain/json.ts';

/** A rule of the policy on which a standing order may stand: `lines` say it in words. */
export const standingRuleSchema = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  rule: z.custom<JsonObject>(isJsonObject),
});
export type StandingRule = z.infer<typeof standingRuleSchema>;

export const orderSchema = z.object({
  id: z.number(),
  name: z.string(),
  lines: z.array(z.string()),
  total: z.number(),
  /** "1 a person within 30 days". */
  caps: z.string(),
  used: z.number(),
  /** How often it did not cover what its rule describes, and why: "3 × used up". */
  refused: z.array(z.string()),
  until: z.number(),
  /** Why it carries nothing more; empty while it does. */
  whyNot: z.string(),
  requestId: z.string(),
});
export type OrderLine = z.infer<typeof orderSchema>;

export const orderUseSchema = z.object({ requestId: z.string(), personName: z.string(), at: z.number() });
