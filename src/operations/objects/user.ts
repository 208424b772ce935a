import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import type { KnownUser } from '../memory.ts';

/** `User` (OpenAI API reference, 2026-11): name, e-mail and role may be null; service accounts are listed too. */
export const userWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string().nullish(),
  added_at: z.number(),
  is_service_account: z.boolean().nullish(),
});

/** People only: a service account is not somebody. */
export function keepUsers(answer: unknown): KnownUser[] {
  return z
    .looseObject({ data: z.array(userWire) })
    .parse(answer)
    .data.filter((user) => user.is_service_account !== true)
    .map((user) => ({
      id: user.id,
      name: oneLine(user.name ?? user.email ?? user.id),
      email: oneLine(user.email ?? ''),
      role: user.role ?? 'unknown',
      addedAt: user.added_at * secondMs,
    }));
}
