import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepProjectGroup, keepProjectGroups } from '../objects/project-group.ts';
import { keepRoles } from '../objects/role.ts';

export function readProjectGroups({ id }: ProjectRef): Need {
  return read('groups', {
    call: call('GET /organization/projects/{project_id}/groups', { params: { project_id: id } }),
    keep: keepProjectGroups,
    pages: 'all',
  });
}

/** A group as it is in the project; null when it is not in it. Groups of the level above are found only when their type is said. */
export function readProjectGroup(project: ProjectRef, group: { readonly id: string; readonly type: string }): Need {
  return read('inProject', {
    call: call('GET /organization/projects/{project_id}/groups/{group_id}', {
      params: { project_id: project.id, group_id: group.id },
      query: { group_type: group.type },
    }),
    keep: keepProjectGroup,
    absent: 'null',
  });
}

/** The roles the group has in the project; null when it is not in it. */
export function readRolesIn(project: ProjectRef, groupId: string): Need {
  return read('held', {
    call: call('GET /projects/{project_id}/groups/{group_id}/roles', {
      params: { project_id: project.id, group_id: groupId },
    }),
    keep: keepRoles,
    pages: 'all',
    absent: 'null',
  });
}
