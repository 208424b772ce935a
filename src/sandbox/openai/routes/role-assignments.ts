import { z } from 'zod';

import { type Seat, assignRole, unassignRole } from '../assign-role.ts';
import { type Holding, holdingsOf } from '../holdings.ts';
import { type Endpoint, type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { nextPageOf, orderedPageQuery } from '../http/page.ts';
import { notFound } from '../http/problem.ts';
import { locateGroup, locateProjectGroup } from '../locate-access.ts';
import { locateUser } from '../locate.ts';
import { type Organization, membershipId } from '../organization.ts';
import { locateOpenPlace, locatePlace } from '../place.ts';
import type { Principal } from '../records/access.ts';
import { assignmentPayload, locateRole } from '../roles.ts';
import { showRole } from './show-role.ts';
import { showServiceAccountAsUser, showUser } from './show-user.ts';

type Holder =
  | '/organization/groups/{group_id}'
  | '/organization/users/{user_id}'
  | '/projects/{project_id}/groups/{group_id}'
  | '/projects/{project_id}/users/{user_id}';

interface HolderPath {
  readonly project_id?: string;
  readonly group_id?: string;
  readonly user_id?: string;
}

/**
 * Roles of people, service accounts and groups, in the organization and in a project. What somebody has through a group is
 * listed with the group as its source and is taken away there. OpenAI API reference, 2026-11.
 */
export const roleAssignmentEndpoints: readonly Endpoint[] = [
  ...rolesOf('/organization/groups/{group_id}'),
  ...rolesOf('/organization/users/{user_id}'),
  ...rolesOf('/projects/{project_id}/groups/{group_id}'),
  ...rolesOf('/projects/{project_id}/users/{user_id}'),
];

function rolesOf(holder: Holder): readonly Endpoint[] {
  const [all, one] = [`${holder}/roles`, `${holder}/roles/{role_id}`] as const;
  // The reference states neither a default page size nor a default order.
  const query = orderedPageQuery('asc', { least: 0, most: 1000, fallback: 1000 });
  return [
    get(all, query, ({ organization, params, query }) => {
      const { principal, place } = seatAt(organization, params);
      const holdings = holdingsOf(organization, principal, place);
      const rows = query.order === 'asc' ? holdings : holdings.toReversed();
      return nextPageOf(rows, query, (holding) => showHolding(organization, holding));
    }),

    post(all, { role_id: z.string() }, ({ organization, params, body, record }) => {
      const seat = openSeatAt(organization, params);
      const role = locateRole(organization, seat.place, body.role_id);
      const id = assignRole(organization, seat, role);
      record('role.assignment.created', assignmentPayload({ id, ...seat }));
      return { ...showPrincipal(organization, seat.principal), role: showRole(role) };
    }),

    get(one, {}, ({ organization, params }) => {
      const { principal, place } = seatAt(organization, params);
      const role = locateRole(organization, place, params.role_id);
      const holding = holdingsOf(organization, principal, place).find(({ id }) => id === role.id);
      if (holding === undefined) throw notFound('Role assignment', role.id, 'role_id');
      return showHolding(organization, holding);
    }),

    remove(one, ({ organization, params, record }) => {
      const seat = openSeatAt(organization, params);
      const id = unassignRole(organization, seat, locateRole(organization, seat.place, params.role_id));
      record('role.assignment.deleted', assignmentPayload({ id, ...seat }));
      return { object: `${seat.principal.kind === 'group' ? 'group' : 'user'}.role.deleted`, deleted: true };
    }),
  ];
}

function openSeatAt(organization: Organization, path: HolderPath): Seat {
  locateOpenPlace(organization, path);
  return seatAt(organization, path);
}

/** Whom a path names, and where. In a project that has to be somebody who is in it. */
function seatAt(organization: Organization, path: HolderPath): Seat {
  const place = locatePlace(organization, path);
  const { group_id: groupId, user_id: userId = '' } = path;
  if (groupId !== undefined) {
    const group = locateGroup(organization, groupId);
    if (place.kind === 'project') locateProjectGroup(organization, place.id, group.id);
    return { place, principal: { kind: 'group', id: group.id } };
  }
  if (place.kind === 'organization') {
    return { place, principal: { kind: 'user', id: locateUser(organization, userId).id } };
  }
  if (organization.serviceAccounts.get(userId)?.projectId === place.id) {
    return { place, principal: { kind: 'service_account', id: userId } };
  }
  if (!hasAccess(organization, place.id, userId)) throw notFound('Project user', userId, 'user_id');
  return { place, principal: { kind: 'user', id: userId } };
}

function hasAccess({ memberships, groupMembers, projectGroups }: Organization, projectId: string, userId: string) {
  return (
    memberships.has(membershipId(projectId, userId)) ||
    [...projectGroups.values()].some(
      (group) => group.projectId === projectId && groupMembers.has(`${group.groupId}/${userId}`),
    )
  );
}

function showPrincipal(organization: Organization, { kind, id }: Principal): JsonObject {
  if (kind === 'group') {
    const { name, createdAtSec, isScimManaged } = locateGroup(organization, id);
    // Here the flag has another name than in the answers about groups.
    const group = { object: 'group', id, name, created_at: createdAtSec, scim_managed: isScimManaged };
    return { object: 'group.role', group };
  }
  const account = organization.serviceAccounts.get(id);
  const user =
    account === undefined ? showUser(organization, locateUser(organization, id)) : showServiceAccountAsUser(account);
  return { object: 'user.role', user };
}

/** `AssignedRoleDetails`: unlike a role itself it does not name its kind. */
function showHolding(organization: Organization, { role, sources }: Holding): JsonObject {
  const { object: _, ...shown } = showRole(role);
  const { name, email } = organization.users.get(role.made?.byUserId ?? '') ?? {};
  return {
    ...shown,
    created_at: role.made?.atSec ?? null,
    updated_at: role.made?.updatedAtSec ?? null,
    created_by: role.made?.byUserId ?? null,
    created_by_user_obj:
      role.made === null ? null : { id: role.made.byUserId, name: name ?? null, email: email ?? null },
    metadata: role.made === null ? null : {},
    assignment_sources: sources.map(({ id, kind }) => ({ principal_id: id, principal_type: kind })),
  };
}
