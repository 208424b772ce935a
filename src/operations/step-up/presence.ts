import { z } from 'zod';

/** What our memory says about how one person proves that they are there. */
export const presenceSchema = z.object({
  person: z.string(),
  name: z.string(),
  passkeys: z.number(),
  hasCodes: z.boolean(),
  /** False: neither passkeys nor codes are possible here. */
  isPossible: z.boolean(),
  coolingMs: z.number(),
});
export type PresenceLine = z.infer<typeof presenceSchema>;

export const presenceRowSchema = z.object({
  person: z.string(),
  name: z.string(),
  what: z.enum(['passkey', 'codes']),
  origin: z.string(),
  enrolledAt: z.number(),
  countsFrom: z.number(),
});

export const ownPageSchema = z.object({ to: z.string(), url: z.string().nullable(), says: z.string() });

/** `2 passkeys and one-time codes`. */
export function enrolledWords({ passkeys, hasCodes }: Pick<PresenceLine, 'passkeys' | 'hasCodes'>): string {
  const keys = passkeys === 0 ? [] : [passkeys === 1 ? '1 passkey' : `${passkeys} passkeys`];
  return [...keys, ...(hasCodes ? ['one-time codes'] : [])].join(' and ') || 'nothing';
}
