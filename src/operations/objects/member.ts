import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';

/** `ProjectUser` (OpenAI API reference, 2026-11): name and e-mail may be null, the role is a free string. */
const wire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string(),
});

export const membersSchema = z.array(z.object({ id: z.string(), name: z.string(), role: z.string() }));

export function keepMembers(answer: unknown): z.infer<typeof membersSchema> {
  return z
    .looseObject({ data: z.array(wire) })
    .parse(answer)
    .data.map((member) => ({
      id: member.id,
      name: oneLine(member.name ?? member.email ?? member.id),
      role: member.role,
    }));
}
