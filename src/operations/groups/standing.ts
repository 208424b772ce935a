import { z } from 'zod';
import { call } from '../call.ts';
import { agedList, type KnownProject, knownProjectSchema } from '../memory.ts';
import { type Need, read, recall } from '../need.ts';
import type { Group } from '../objects/group.ts';
import type { Person } from '../objects/person.ts';
import { keepRoles, type Role, roleSchema } from '../objects/role.ts';

// One question a project, and OpenAI answers about six a minute: ten take a minute, which a person still waits for.
export const MOST_PROJECTS = 10;

/** A project that a group is in, with the roles it has there. */
export interface Standing {
  readonly project: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
}

/** Everything that goes with a group. */
export interface GroupContents {
  readonly group: Group;
  readonly members: readonly Person[];
  readonly roles: readonly Role[];
  /** Null where there are too many projects to ask. */
  readonly standings: readonly Standing[] | null;
}

export const knownProjects = agedList(knownProjectSchema);
type Projects = z.infer<typeof knownProjects>;
type Have = Readonly<Record<string, unknown>>;

const nameOf = (projectId: string): string => `in:${projectId}`;

const activeIn = (projects: Projects): readonly KnownProject[] =>
  projects.items.filter((project) => project.status !== 'archived');

export const readProjects = (): Need => recall('projects', { of: 'projects' });

/** What the group may do in each project: OpenAI lists the groups of a project, never the projects of a group. */
export function needStandings(groupId: string, have: Have): readonly Need[] {
  const projects = activeIn(knownProjects.parse(have['projects']));
  if (projects.length > MOST_PROJECTS) return [];
  return projects
    .filter((project) => have[nameOf(project.id)] === undefined)
    .map((project) =>
      read(nameOf(project.id), {
        call: call('GET /projects/{project_id}/groups/{group_id}/roles', {
          params: { project_id: project.id, group_id: groupId },
        }),
        keep: keepRoles,
        pages: 'all',
        absent: 'null',
      }),
    );
}

/** The projects the group is in; null where there were too many to ask. A group without a role in a project is not in it. */
export function standingsIn(projects: Projects, have: Have): readonly Standing[] | null {
  const active = activeIn(projects);
  if (active.length > MOST_PROJECTS) return null;
  return active
    .map(({ id, name }) => ({
      project: { id, name },
      roles:
        z
          .array(roleSchema)
          .nullable()
          .parse(have[nameOf(id)] ?? null) ?? [],
    }))
    .filter(({ roles }) => roles.length > 0)
    .toSorted((one, other) => (one.project.id < other.project.id ? -1 : 1));
}
