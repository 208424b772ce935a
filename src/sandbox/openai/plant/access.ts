import type { Organization } from '../organization.ts';
import type { Principal } from '../records/access.ts';
import { builtInRoles } from '../roles.ts';
import type { OrganizationSeed } from '../seed.ts';
import type { SeedClock } from './seed-clock.ts';

type AssignmentSeed = NonNullable<OrganizationSeed['roleAssignments']>[number];

/** Groups, roles and who has them. */
export function plantAccess(organization: Organization, seed: OrganizationSeed, { at }: SeedClock): void {
  for (const role of builtInRoles(organization.id)) organization.roles.set(role.id, role);
  for (const { id, name, description, permissions, project, created, createdBy } of seed.roles ?? []) {
    organization.roles.set(id, {
      id,
      name,
      description: description ?? null,
      permissions,
      scope: project === undefined ? { kind: 'organization' } : { kind: 'project', projectId: project },
      made: { atSec: at(created), updatedAtSec: at(created), byUserId: createdBy },
    });
  }
  for (const { id, name, created, isScimManaged, members } of seed.groups ?? []) {
    organization.groups.set(id, { id, name, createdAtSec: at(created), isScimManaged: isScimManaged ?? false });
    for (const { user: userId, added } of members) {
      organization.groupMembers.set(`${id}/${userId}`, { groupId: id, userId, addedAtSec: at(added) });
    }
  }
  for (const { id: projectId, groups } of seed.projects) {
    for (const { group: groupId, added } of groups ?? []) {
      organization.projectGroups.set(`${projectId}/${groupId}`, { projectId, groupId, addedAtSec: at(added) });
    }
  }
  for (const { id, role, to, project } of seed.roleAssignments ?? []) {
    const placeId = project ?? organization.id;
    organization.roleAssignments.set(id, { id, roleId: role, principal: principalOf(to), placeId });
  }
}

function principalOf(to: AssignmentSeed['to']): Principal {
  if ('user' in to) return { kind: 'user', id: to.user };
  return 'group' in to ? { kind: 'group', id: to.group } : { kind: 'service_account', id: to.serviceAccount };
}
