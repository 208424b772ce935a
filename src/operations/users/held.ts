import { z } from 'zod';
import { type IssuedKey, issuedKeySchema, type KnownKey, knownKeySchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';

/** What our own records say somebody holds: keys of their own, and service accounts that were made for them here. */
export const heldSchema = z.object({ issued: z.array(issuedKeySchema), known: z.array(knownKeySchema) });
export type Held = z.infer<typeof heldSchema>;

export const recallMine: Need = recall('held', { of: 'my-keys' });

/** Nothing where the person's address is not known: what was issued is found through it. */
export function needHeld({ email }: { readonly email: string | null }): readonly Need[] {
  return email === null || email === '' ? [] : [recall('held', { of: 'keys-of', email })];
}

/** What was issued and has not ended. */
export const stillIssued = (held: Held | undefined): readonly IssuedKey[] =>
  (held?.issued ?? []).filter((key) => key.endedAt === null);

/** Keys that OpenAI listed, then those that were issued since it was asked last. */
export function heldKeys(held: Held): readonly (KnownKey | IssuedKey)[] {
  const listed = new Set(held.known.map((key) => key.id));
  return [...held.known, ...stillIssued(held).filter((key) => !listed.has(key.keyId))];
}
