import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepProject, type Project } from '../objects/project.ts';
import type { Change, Step } from '../plan.ts';
import type { Slot } from '../template.ts';

/** A project that exists, or one that an earlier step of the same plan makes. */
export interface InProject {
  readonly id: string | Slot;
  readonly name: string;
}

/** One setting's share of a plan. */
export interface Part {
  readonly changes: readonly Change[];
  readonly steps: readonly Step[];
}

export const needProject = (project: ProjectRef): Need =>
  read('project', {
    call: call('GET /organization/projects/{project_id}', { params: { project_id: project.id } }),
    keep: keepProject,
  });

export function refuseArchived(family: string, project: Project): Refusal {
  return refuse(`${family}.archived`, {
    what: `${project.name} is archived, so nothing can be changed in it.`,
    rule: 'OpenAI allows no changes in an archived project, and archiving is final.',
    whoCan: 'Nobody. Choose another project.',
  });
}

interface Inside {
  readonly family: string;
  readonly ref: ProjectRef;
  /** The rest, asked for once it is known that the project is in use. */
  readonly rest: () => readonly Need[];
}

/** The project first: most of what hangs on an archived one cannot even be read. */
export function needInside(have: { readonly project?: Project }, inside: Inside): readonly Need[] | Refusal {
  const { project } = have;
  if (project === undefined) return [needProject(inside.ref)];
  return project.status === 'archived' ? refuseArchived(inside.family, project) : inside.rest();
}

/** As OpenAI names it now: rules and production go by the name, and the input may carry an old one. */
export const refOf = (project: Project) => ({ id: project.id, name: project.name });

/** The part of a project that decides. */
export const projectGuard = (project: Project) => ({ ...refOf(project), status: project.status });
