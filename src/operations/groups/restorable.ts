import { z } from 'zod';
import { call } from '../call.ts';
import type { KnownProject, KnownUser } from '../memory.ts';
import { type Need, read } from '../need.ts';
import { keepRoles, type Role, roleSchema } from '../objects/role.ts';
import { projectRoleOf } from './restore-input.ts';
import type { Standing } from './standing.ts';

type Have = Readonly<Record<string, unknown>> & {
  readonly roles?: readonly Role[] | undefined;
  readonly users?: { readonly items: readonly KnownUser[] } | undefined;
  readonly projects?: { readonly items: readonly KnownProject[] } | undefined;
};

interface Wanted {
  readonly name: string;
  readonly members: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly projects: readonly string[] | null;
}

/** What of a deleted group can come back. */
export interface Restorable {
  readonly name: string;
  readonly members: readonly KnownUser[];
  readonly roles: readonly Role[];
  readonly standings: readonly Standing[];
  /** Ids of what is gone by now. */
  readonly missing: readonly string[];
}

const nameOf = (projectId: string): string => `roles:${projectId}`;

/** The roles there are in a project; null when the project is gone. */
export function readProjectRoles(projectId: string): Need {
  return read(nameOf(projectId), {
    call: call('GET /projects/{project_id}/roles', { params: { project_id: projectId } }),
    keep: keepRoles,
    pages: 'all',
    absent: 'null',
  });
}

function standingsOf(words: readonly string[], have: Have): readonly Standing[] {
  const wanted = words.map(projectRoleOf);
  const projects = (have.projects?.items ?? []).filter(({ status }) => status !== 'archived');
  return projects
    .map((project) => {
      const there =
        z
          .array(roleSchema)
          .nullable()
          .parse(have[nameOf(project.id)] ?? null) ?? [];
      const roleIds = wanted.filter(({ projectId }) => projectId === project.id).map(({ roleId }) => roleId);
      return {
        project: { id: project.id, name: project.name },
        roles: there.filter(({ id }) => roleIds.includes(id)),
      };
    })
    .filter(({ roles }) => roles.length > 0)
    .toSorted((one, other) => (one.project.id < other.project.id ? -1 : 1));
}

/** Sorts what is wanted into what there still is and what is gone. */
export function restorableOf(wanted: Wanted, have: Have): Restorable {
  const members = (have.users?.items ?? []).filter(({ id }) => wanted.members?.includes(id));
  const roles = (have.roles ?? []).filter(({ id }) => wanted.roles?.includes(id));
  const standings = standingsOf(wanted.projects ?? [], have);
  const found = new Set([
    ...[...members, ...roles].map(({ id }) => id),
    ...standings.flatMap(({ project, roles: held }) => held.map((role) => `${project.id}:${role.id}`)),
  ]);
  const asked = [...(wanted.members ?? []), ...(wanted.roles ?? []), ...(wanted.projects ?? [])];
  return { name: wanted.name, members, roles, standings, missing: asked.filter((word) => !found.has(word)) };
}
