import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

const time = z.number().nullish();

/** `ProjectApiKey` (OpenAI API reference, 2026-11): owned by a user or by a service account; its scopes cannot be read. */
export const apiKeyWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  redacted_value: z.string(),
  created_at: z.number(),
  last_used_at: time,
  expires_at: time,
  owner_project_access: z.string().nullish(),
  owner: z.looseObject({
    type: z.string().nullish(),
    user: z.looseObject({ id: z.string(), email: z.string().nullish(), name: z.string().nullish() }).nullish(),
    service_account: z.looseObject({ id: z.string(), name: z.string().nullish() }).nullish(),
  }),
});

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  redacted: z.string(),
  ownerKind: z.enum(['user', 'account']),
  ownerId: z.string(),
  ownerName: z.string(),
  ownerEmail: z.string().nullable(),
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
  /** False when the owner has lost access to the project. */
  isOwned: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

const ms = (seconds: number | null | undefined): number | null =>
  typeof seconds === 'number' ? seconds * secondMs : null;

export function keepApiKey(answer: unknown): ApiKey {
  const key = apiKeyWire.parse(answer);
  const account = key.owner.service_account ?? null;
  const user = key.owner.user ?? null;
  return {
    id: key.id,
    // A key without a name is called by the one thing about it that people can see in the dashboard.
    name: oneLine(key.name ?? '') || oneLine(key.redacted_value),
    redacted: oneLine(key.redacted_value),
    ownerKind: account === null ? 'user' : 'account',
    ownerId: account?.id ?? user?.id ?? '',
    ownerName: oneLine(account?.name ?? user?.name ?? user?.email ?? 'unknown'),
    ownerEmail: oneLine(user?.email ?? '') || null,
    createdAt: key.created_at * secondMs,
    lastUsedAt: ms(key.last_used_at),
    expiresAt: ms(key.expires_at),
    isOwned: key.owner_project_access !== 'inactive',
  };
}

export function keepApiKeys(answer: unknown): ApiKey[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepApiKey);
}

/** The part of a key that decides: a key that was used meanwhile is still the same key. */
export function keyGuard(key: ApiKey) {
  return { id: key.id, name: key.name, redacted: key.redacted, ownerKind: key.ownerKind, ownerId: key.ownerId };
}
