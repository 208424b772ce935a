import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepProject, type Project } from '../objects/project.ts';

/** The project as OpenAI names it now: rules and production go by the name, and the input may carry an old one. */
export function readProject({ id }: ProjectRef): Need {
  return read('project', {
    call: call('GET /organization/projects/{project_id}', { params: { project_id: id } }),
    keep: keepProject,
  });
}

export function refuseArchived(family: string, project: Project): Refusal | null {
  if (project.status !== 'archived') return null;
  return refuse(`${family}.archived`, {
    what: `${project.name} is archived, so nothing can be changed in it.`,
    rule: 'OpenAI does not allow changes in an archived project.',
    whoCan: 'Nobody: archiving is final.',
  });
}
