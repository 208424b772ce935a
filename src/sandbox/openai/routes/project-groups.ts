import { z } from 'zod';

import { assignRole } from '../assign-role.ts';
import { assignmentsOf } from '../holdings.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, nextPageOf, orderedPageQuery } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { locateActiveProject, locateJoinableProject, locateProject } from '../locate.ts';
import { groupTypeOf, locateGroup, locateProjectGroup } from '../locate-access.ts';
import type { Organization } from '../organization.ts';
import type { ProjectGroup } from '../records/access.ts';
import { assignmentPayload, findRole } from '../roles.ts';

/**
 * A group joins with a role's id, where people join with a role's name; which role it has is told elsewhere. Nothing in the
 * audit log but the role says that a group joined or left. OpenAI API reference, 2026-11.
 */
export const projectGroupEndpoints = [
  get(
    '/organization/projects/{project_id}/groups',
    orderedPageQuery('asc', { least: 0, most: 100, fallback: 20 }),
    ({ organization, params, query }) => {
      const project = locateProject(organization, params.project_id);
      const groups = [...organization.projectGroups.values()].filter(({ projectId }) => projectId === project.id);
      const rows = inOrder(groups, query.order, (group) => group.addedAtSec);
      return nextPageOf(
        rows.map((group) => ({ ...group, id: group.groupId })),
        query,
        (group) => showProjectGroup(organization, group),
      );
    },
  ),

  post(
    '/organization/projects/{project_id}/groups',
    { group_id: z.string(), role: z.string() },
    ({ organization, params, body, nowSec, record }) => {
      const project = locateJoinableProject(organization, params.project_id);
      const group = locateGroup(organization, body.group_id);
      const place = { kind: 'project', id: project.id } as const;
      const role = findRole(organization, place, body.role);
      if (role === null) throw badRequest(`Role ${body.role} not found.`, { param: 'role' });
      const key = `${project.id}/${group.id}`;
      if (organization.projectGroups.has(key)) {
        throw badRequest(`Group ${group.id} already exists in project ${project.id}.`);
      }
      const joined: ProjectGroup = { projectId: project.id, groupId: group.id, addedAtSec: nowSec };
      organization.projectGroups.set(key, joined);
      const seat = { place, principal: { kind: 'group', id: group.id } } as const;
      const id = assignRole(organization, seat, role);
      record('role.assignment.created', assignmentPayload({ id, ...seat }));
      return showProjectGroup(organization, joined);
    },
  ),

  get(
    '/organization/projects/{project_id}/groups/{group_id}',
    { group_type: z.enum(['group', 'tenant_group']).default('group') },
    ({ organization, params, query }) => {
      const project = locateProject(organization, params.project_id);
      const found = locateProjectGroup(organization, project.id, params.group_id);
      const type = groupTypeOf(locateGroup(organization, found.groupId));
      if (type !== query.group_type) throw notFound('Project group', found.groupId, 'group_id');
      return showProjectGroup(organization, found);
    },
  ),

  remove('/organization/projects/{project_id}/groups/{group_id}', ({ organization, params, record }) => {
    const project = locateActiveProject(organization, params.project_id);
    const { groupId } = locateProjectGroup(organization, project.id, params.group_id);
    organization.projectGroups.delete(`${project.id}/${groupId}`);
    const seat = { place: { kind: 'project', id: project.id }, principal: { kind: 'group', id: groupId } } as const;
    for (const { id } of assignmentsOf(organization, seat.principal, seat.place)) {
      organization.roleAssignments.delete(id);
      record('role.assignment.deleted', assignmentPayload({ id, ...seat }));
    }
    return { object: 'project.group.deleted', deleted: true };
  }),
];

function showProjectGroup(organization: Organization, { projectId, groupId, addedAtSec }: ProjectGroup): JsonObject {
  const group = locateGroup(organization, groupId);
  return {
    object: 'project.group',
    project_id: projectId,
    group_id: groupId,
    group_name: group.name,
    group_type: groupTypeOf(group),
    created_at: addedAtSec,
  };
}
