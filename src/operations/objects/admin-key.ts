import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { fromSeconds } from './from-seconds.ts';

/** `AdminApiKey` (OpenAI API reference, 2026-11): its owner is a person, or in one official example a service account. */
export const adminKeyWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  redacted_value: z.string(),
  created_at: z.number(),
  last_used_at: z.number().nullish(),
  expires_at: z.number().nullish(),
  owner: z.looseObject({ id: z.string().nullish(), type: z.string().nullish(), name: z.string().nullish() }).nullish(),
});

export const adminKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  redacted: z.string(),
  ownerId: z.string(),
  /** `Ines Moreau`, `service account iac`. */
  owner: z.string(),
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
});
export type AdminKey = z.infer<typeof adminKeySchema>;

export function keepAdminKey(answer: unknown): AdminKey {
  const key = adminKeyWire.parse(answer);
  const ownerName = oneLine(key.owner?.name ?? key.owner?.id ?? '') || 'unknown';
  return {
    id: key.id,
    name: oneLine(key.name ?? '') || oneLine(key.redacted_value),
    redacted: oneLine(key.redacted_value),
    ownerId: key.owner?.id ?? '',
    owner: key.owner?.type === 'service_account' ? `service account ${ownerName}` : ownerName,
    createdAt: key.created_at * secondMs,
    lastUsedAt: fromSeconds(key.last_used_at),
    expiresAt: fromSeconds(key.expires_at),
  };
}

export function keepAdminKeys(answer: unknown): AdminKey[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepAdminKey);
}

/** The part of an admin key that decides. */
export function adminKeyGuard(key: AdminKey) {
  return { id: key.id, name: key.name, redacted: key.redacted, ownerId: key.ownerId };
}
