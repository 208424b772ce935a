import { z } from 'zod';
import { type IssuedKey, issuedKeySchema, type KnownKey, knownKeySchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { hasAddress } from '../objects/person.ts';
import type { Requester } from '../operation.ts';

/** What our own records say somebody holds: keys of their own, and service accounts that were made for them here. */
export const heldSchema = z.object({ issued: z.array(issuedKeySchema), known: z.array(knownKeySchema) });
export type Held = z.infer<typeof heldSchema>;

export const recallMine: Need = recall('held', { of: 'my-keys' });

/**
 * Asked for only where the person is the asker: what was issued is kept by Slack account, and memory tells an operation nobody's
 * account but the asker's.
 */
export function needHeld(requester: Requester, person: { readonly email: string | null }): readonly Need[] {
  return hasAddress(person, requester.openaiEmail) ? [recallMine] : [];
}

/** What was issued and has not ended. */
export const stillIssued = (held: Held | undefined): readonly IssuedKey[] =>
  (held?.issued ?? []).filter((key) => key.endedAt === null);

/** Keys that OpenAI listed, then those that were issued since it was asked last. */
export function heldKeys(held: Held): readonly (KnownKey | IssuedKey)[] {
  const listed = new Set(held.known.map((key) => key.id));
  return [...held.known, ...stillIssued(held).filter((key) => !listed.has(key.keyId))];
}
