import { z } from 'zod';
import type { ProjectRef } from '../field.ts';
import { agedList, knownKeySchema, knownUserSchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { agedProjectsSchema, recallProjects } from '../objects/project-names.ts';

/** What is remembered of the things that rows name by id only. Only what the rows need is asked for. */
export const rememberedNames = {
  projects: agedProjectsSchema.optional(),
  users: agedList(knownUserSchema).optional(),
  keys: agedList(knownKeySchema).optional(),
};
const names = z.object(rememberedNames);
export type RememberedNames = z.infer<typeof names>;

/** The names for rows by this. Keys are remembered project by project, so that without one they keep their ids. */
export function needNames(by: string, project: ProjectRef | null): readonly Need[] {
  if (by === 'project') return [recallProjects];
  if (by === 'person') return [recall('users', { of: 'users' })];
  return by === 'key' && project !== null ? [recall('keys', { of: 'keys', projectId: project.id })] : [];
}

/** How a row is called: what OpenAI names nobody for has no owner of that kind. */
export function groupName(group: string | null, by: string, known: RememberedNames): string {
  if (group === null) return by === 'key' || by === 'person' ? 'none named by OpenAI' : 'other';
  const items = { project: known.projects, person: known.users, key: known.keys }[by]?.items ?? [];
  return items.find((item) => item.id === group)?.name ?? group;
}
