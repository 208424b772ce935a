import { notFound } from './http/problem.ts';
import type { Organization } from './organization.ts';
import { type Place, resourceTypeOf } from './place.ts';
import type { Principal, Role, RoleScope } from './records/access.ts';

/** What `User`, `Membership` and `ServiceAccount` say of somebody; each stands for a built-in role. */
export type Level = 'owner' | 'reader' | 'member';

const MEMBER_MAY = ['api.model.read', 'api.model.request', 'api.files.read', 'api.responses.write'];
const VIEWER_MAY = ['api.model.read', 'api.files.read'];

/**
 * The roles that every organization has. Their names are for people; programs know them by these ids, which were seen on the
 * live API in 2026.
 */
export function builtInRoles(organizationId: string): readonly Role[] {
  const organization: Place = { kind: 'organization', id: organizationId };
  const builtIn = (scope: RoleScope['kind'], id: string, rest: Pick<Role, 'name' | 'permissions'>): Role => ({
    id,
    scope: scope === 'organization' ? { kind: scope } : { kind: 'every_project' },
    description: null,
    made: null,
    ...rest,
  });
  const project: Place = { kind: 'project', id: '' };
  return [
    builtIn('organization', levelRoleId(organization, 'owner'), {
      name: 'Owner',
      permissions: ['api.management.read', 'api.management.write', 'api.groups.read', 'api.groups.write'],
    }),
    builtIn('organization', levelRoleId(organization, 'reader'), { name: 'Reader', permissions: ['api.model.read'] }),
    builtIn('every_project', levelRoleId(project, 'owner'), {
      name: 'Project Owner',
      permissions: [...MEMBER_MAY, 'api.organization.projects.api_keys.write'],
    }),
    builtIn('every_project', levelRoleId(project, 'member'), { name: 'Project Member', permissions: MEMBER_MAY }),
    builtIn('every_project', 'role-api-project-viewer', { name: 'Project Viewer', permissions: VIEWER_MAY }),
  ];
}

/** The id of the built-in role that a level stands for. */
export function levelRoleId(place: Place, level: Level): string {
  return place.kind === 'project'
    ? `role-api-project-${level}`
    : `role-api-organization-${level}__api-organization__${place.id}`;
}

/** Whether a role can be had in a place. */
export function countsIn({ scope }: Role, place: Place): boolean {
  if (scope.kind === 'organization') return place.kind === 'organization';
  if (place.kind === 'organization') return false;
  return scope.kind === 'every_project' || scope.projectId === place.id;
}

/** A role by its id, which for the built-in ones of a project may name the project too. */
export function findRole(organization: Organization, place: Place, roleId: string): Role | null {
  const shortId = roleId.replace(`__api-project__${place.id}`, '');
  const role = organization.roles.get(shortId) ?? organization.roles.get(roleId);
  return role !== undefined && countsIn(role, place) ? role : null;
}

/** The same for a path or a body that has to name one: throws 404. A role's name is not its id. */
export function locateRole(organization: Organization, place: Place, roleId: string): Role {
  const role = findRole(organization, place, roleId);
  if (role === null) throw notFound('Role', roleId, 'role_id');
  return role;
}

/** What the audit log says of somebody getting or losing a role; OpenAI API reference, 2026-11. */
export function assignmentPayload(at: { id: string; principal: Principal; place: Place }): Record<string, unknown> {
  return {
    id: at.id,
    principal_id: at.principal.id,
    principal_type: at.principal.kind,
    resource_id: at.place.id,
    resource_type: resourceTypeOf(at.place),
  };
}
