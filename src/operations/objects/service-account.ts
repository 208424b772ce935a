import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** `ProjectServiceAccount` (OpenAI API reference, 2026-11). */
export const serviceAccountWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  created_at: z.number(),
});

export const serviceAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** `owner`, `member`, or `none` for one that was made without a key: that one can only be signed in to through workload identity. */
  role: z.string(),
  createdAt: z.number(),
});
export type ServiceAccount = z.infer<typeof serviceAccountSchema>;

export function keepServiceAccount(answer: unknown): ServiceAccount {
  const account = serviceAccountWire.parse(answer);
  return {
    id: account.id,
    // An undo gives the name back, so it is cut late.
    name: oneLine(account.name, 256),
    role: account.role,
    createdAt: account.created_at * secondMs,
  };
}

export function keepServiceAccounts(answer: unknown): ServiceAccount[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepServiceAccount);
}

/** The part of an account that decides. */
export function serviceAccountGuard({ id, name, role }: ServiceAccount) {
  return { id, name, role };
}
