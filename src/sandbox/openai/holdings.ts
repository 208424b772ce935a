import type { Organization } from './organization.ts';
import { membershipId } from './organization.ts';
import type { Place } from './place.ts';
import type { Principal, Role, RoleAssignment } from './records/access.ts';
import { type Level, findRole, levelRoleId } from './roles.ts';

/** A role that somebody has in a place, and through whom: themselves, groups, or both. */
export interface Holding {
  readonly id: string;
  readonly role: Role;
  readonly sources: readonly Principal[];
}

/** Every role of a person, a service account or a group in a place: by level, by assignment and through groups, each once. */
export function holdingsOf(organization: Organization, principal: Principal, place: Place): readonly Holding[] {
  const level = levelOf(organization, principal, place);
  const found: readonly (readonly [roleId: string, source: Principal])[] = [
    ...(level === null ? [] : [[levelRoleId(place, level), principal] as const]),
    ...[principal, ...groupsOf(organization, principal)].flatMap((source) =>
      assignmentsOf(organization, source, place).map(({ roleId }) => [roleId, source] as const),
    ),
  ];
  return [...new Set(found.map(([roleId]) => roleId))].flatMap((roleId) => {
    const role = findRole(organization, place, roleId);
    const sources = found.filter(([id]) => id === roleId).map(([, source]) => source);
    return role === null ? [] : [{ id: roleId, role, sources }];
  });
}

/** What was assigned to exactly this principal in exactly this place. */
export function assignmentsOf(
  organization: Organization,
  principal: Principal,
  place: Place,
): readonly RoleAssignment[] {
  return [...organization.roleAssignments.values()].filter(
    (assignment) => assignment.principal.id === principal.id && assignment.placeId === place.id,
  );
}

/** The level that a principal has of its own; groups have none, and neither has who is not in the place. */
export function levelOf(organization: Organization, principal: Principal, place: Place): Level | null {
  if (principal.kind === 'group') return null;
  if (place.kind === 'organization') return organization.users.get(principal.id)?.role ?? null;
  if (principal.kind === 'user') {
    return organization.memberships.get(membershipId(place.id, principal.id))?.role ?? null;
  }
  const role = organization.serviceAccounts.get(principal.id)?.role;
  return role === undefined || role === 'none' ? null : role;
}

/** The groups of a person; in a project a group's roles exist only while it is in the project. */
function groupsOf(organization: Organization, principal: Principal): readonly Principal[] {
  return [...organization.groupMembers.values()]
    .filter(({ userId }) => userId === principal.id)
    .map(({ groupId }) => ({ kind: 'group', id: groupId }));
}
