import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** `ProjectServiceAccount` (OpenAI API reference, 2026-11). */
const wire = z.looseObject({ id: z.string(), name: z.string(), role: z.string(), created_at: z.number() });

export const serviceAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  createdAt: z.number(),
});

export function keepServiceAccounts(answer: unknown): z.infer<typeof serviceAccountSchema>[] {
  return z
    .looseObject({ data: z.array(wire) })
    .parse(answer)
    .data.map((account) => ({
      id: account.id,
      name: oneLine(account.name),
      role: account.role,
      createdAt: account.created_at * secondMs,
    }));
}
