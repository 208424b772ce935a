import type { z } from 'zod';
import { agedList, knownProjectSchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';

/** Projects as we remember them: OpenAI's own answers often name them by id only. */
export const agedProjectsSchema = agedList(knownProjectSchema);
export type AgedProjects = z.infer<typeof agedProjectsSchema>;

export const recallProjects: Need = recall('projects', { of: 'projects' });

/** Its name, or the id of one we do not know. */
export function projectName(id: string, projects: AgedProjects): string {
  return projects.items.find((project) => project.id === id)?.name ?? id;
}

export function sayProjectIds(ids: readonly string[], projects: AgedProjects): string {
  return ids.length === 0 ? 'no project' : ids.map((id) => projectName(id, projects)).join(', ');
}
