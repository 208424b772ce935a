import { z } from 'zod';

/** One line of a list that somebody wrote: who is who, where addresses alone do not tell. */
export const saidSchema = z.object({
  /** The address or id of the user at OpenAI. */
  openai: z.string(),
  /** Member ids (`U…`) or addresses of their accounts in Slack; empty where their address tells, or who they were bound as. */
  slack: z.array(z.string()),
  /** Further accounts of the same human. */
  also: z.array(z.string()),
  /** Null where the line says nothing about it. */
  unit: z.string().nullable(),
});
export type Said = z.infer<typeof saidSchema>;
