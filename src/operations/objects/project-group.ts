import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** `ProjectGroup` (OpenAI API reference, 2026-11): a group as it is in a project. Which roles it has there is told elsewhere. */
export const projectGroupWire = z.looseObject({
  group_id: z.string(),
  group_name: z.string(),
  group_type: z.string(),
  created_at: z.number(),
});

export const projectGroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  addedAt: z.number(),
});
export type ProjectGroup = z.infer<typeof projectGroupSchema>;

export function keepProjectGroup(answer: unknown): ProjectGroup {
  const group = projectGroupWire.parse(answer);
  return {
    id: group.group_id,
    name: oneLine(group.group_name, 255) || group.group_id,
    type: group.group_type,
    addedAt: group.created_at * secondMs,
  };
}

export function keepProjectGroups(answer: unknown): ProjectGroup[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepProjectGroup);
}
