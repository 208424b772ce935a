import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepGroups } from '../objects/group.ts';
import { keepProjectGroups } from '../objects/project-group.ts';
import { callTemplate } from '../step.ts';
import type { CallTemplate } from '../template.ts';

/**
 * Where roles are kept: the organization has its own list, and so has each project. A project's stand below `/projects`, while everything
 * else of a project stands below `/organization/projects` (OpenAI API reference, 2026-11).
 */
export interface RolePlace {
  readonly name: string;
  readonly project: ProjectRef | null;
  readonly list: Call;
  readonly listAgain: CallTemplate;
  readonly one: (roleId: string) => Call;
  readonly oneAgain: (roleId: string) => CallTemplate;
  readonly create: (body: JsonObject) => CallTemplate;
  readonly update: (roleId: string, body: JsonObject) => CallTemplate;
  readonly remove: (roleId: string) => CallTemplate;
  /** The groups that can have a role here. */
  readonly groups: Need;
  /** Whether a group has a role; "not found" says no. */
  readonly ofGroup: (groupId: string, roleId: string) => Call;
  readonly operations: Readonly<Record<'show' | 'create' | 'update' | 'delete', OperationId>>;
  /** The part of inputs and of guards that says where. Rules and production go by the project's name, so it is guarded too. */
  readonly where: JsonObject;
}

function placeAt(
  base: '/organization' | '/projects/{project_id}',
  more: Pick<RolePlace, 'name' | 'project' | 'operations' | 'groups'>,
): RolePlace {
  const inside = more.project === null ? {} : { project_id: more.project.id };
  const where: JsonObject = more.project === null ? {} : { project: { ...more.project } };
  const at = (roleId: string) => ({ ...inside, role_id: roleId });
  return {
    ...more,
    list: call(`GET ${base}/roles`, { params: inside }),
    listAgain: callTemplate(`GET ${base}/roles`, { params: inside }),
    one: (roleId) => call(`GET ${base}/roles/{role_id}`, { params: at(roleId) }),
    oneAgain: (roleId) => callTemplate(`GET ${base}/roles/{role_id}`, { params: at(roleId) }),
    create: (body) => callTemplate(`POST ${base}/roles`, { params: inside, body }),
    update: (roleId, body) => callTemplate(`POST ${base}/roles/{role_id}`, { params: at(roleId), body }),
    remove: (roleId) => callTemplate(`DELETE ${base}/roles/{role_id}`, { params: at(roleId) }),
    ofGroup: (groupId, roleId) =>
      call(`GET ${base}/groups/{group_id}/roles/{role_id}`, { params: { ...at(roleId), group_id: groupId } }),
    where,
  };
}

export function organizationRoles(): RolePlace {
  return placeAt('/organization', {
    name: 'the organization',
    project: null,
    groups: read('groups', { call: call('GET /organization/groups'), keep: keepGroups, pages: 'all' }),
    operations: {
      show: operationId('roles.show'),
      create: operationId('roles.create'),
      update: operationId('roles.update'),
      delete: operationId('roles.delete'),
    },
  });
}

export function projectRoles(project: ProjectRef): RolePlace {
  return placeAt('/projects/{project_id}', {
    name: project.name,
    project: { id: project.id, name: project.name },
    groups: read('groups', {
      call: call('GET /organization/projects/{project_id}/groups', { params: { project_id: project.id } }),
      keep: keepProjectGroups,
      pages: 'all',
    }),
    operations: {
      show: operationId('roles.show-project'),
      create: operationId('roles.create-project'),
      update: operationId('roles.update-project'),
      delete: operationId('roles.delete-project'),
    },
  });
}
