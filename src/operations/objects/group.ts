import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

// The longest name a group or a role can have (OpenAI API reference, 2026-11): cut shorter, it could not be given back by an undo.
const LONGEST_NAME = 255;

/** `GroupResponse` (OpenAI API reference, 2026-11). The answer to an update leaves `group_type` out. */
export const groupWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  created_at: z.number(),
  is_scim_managed: z.boolean(),
  group_type: z.string().nullish(),
});

export const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.number(),
  /** Name and members come from the identity provider; nobody changes them at OpenAI. */
  isManaged: z.boolean(),
  /** `group`, or `tenant_group` for one of the level above the organization. Some questions have to name it. */
  type: z.string(),
});
export type Group = z.infer<typeof groupSchema>;

export function keepGroup(answer: unknown): Group {
  const group = groupWire.parse(answer);
  return {
    id: group.id,
    name: oneLine(group.name, LONGEST_NAME) || group.id,
    createdAt: group.created_at * secondMs,
    isManaged: group.is_scim_managed,
    type: group.group_type ?? 'group',
  };
}

export function keepGroups(answer: unknown): Group[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepGroup);
}

/** The part of a group that decides. */
export function groupGuard(group: Group) {
  return { id: group.id, name: group.name, isManaged: group.isManaged };
}
