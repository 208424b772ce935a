import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';
import { fromSeconds } from './from-seconds.ts';

/** `ProjectUser` (OpenAI API reference, 2026-11): name and e-mail may be null, the role is a free string. */
export const memberWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string(),
  added_at: z.number().nullish(),
});

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
  addedAt: z.number().nullable(),
});
export const membersSchema = z.array(memberSchema);
export type Member = z.infer<typeof memberSchema>;

export function keepMember(answer: unknown): Member {
  const member = memberWire.parse(answer);
  return {
    id: member.id,
    name: oneLine(member.name ?? member.email ?? member.id),
    email: oneLine(member.email ?? '') || null,
    role: member.role,
    addedAt: fromSeconds(member.added_at),
  };
}

export function keepMembers(answer: unknown): Member[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepMember);
}
