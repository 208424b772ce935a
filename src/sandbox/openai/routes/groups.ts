import { z } from 'zod';

import { forgetAssignments } from '../forget.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, nextPageOf, orderedPageQuery } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import { locateUser } from '../locate.ts';
import { groupTypeOf, locateGroup, locateOwnGroup } from '../locate-access.ts';
import type { Organization } from '../organization.ts';
import type { Group, GroupMember } from '../records/access.ts';

const name = { name: z.string().min(1).max(255) };
const limits = { least: 0, most: 1000, fallback: 100 };

/**
 * Groups of the identity provider are read and not changed. The reference has no event for people joining and leaving a
 * group of the organization, so these are told as the tenant's. OpenAI API reference, 2026-11.
 */
export const groupEndpoints = [
  get('/organization/groups', orderedPageQuery('asc', limits), ({ organization, query }) => {
    const rows = inOrder(organization.groups.values(), query.order, (group) => group.createdAtSec);
    return nextPageOf(rows, query, showGroup);
  }),

  post('/organization/groups', name, ({ organization, body, nowSec, record }) => {
    const group: Group = { id: mintId('group_'), name: body.name, createdAtSec: nowSec, isScimManaged: false };
    organization.groups.set(group.id, group);
    record('group.created', { id: group.id, data: { group_name: group.name } });
    return showGroup(group);
  }),

  get('/organization/groups/{group_id}', {}, ({ organization, params }) =>
    showGroup(locateGroup(organization, params.group_id)),
  ),

  post('/organization/groups/{group_id}', name, ({ organization, params, body, record }) => {
    const group: Group = { ...locateOwnGroup(organization, params.group_id), name: body.name };
    organization.groups.set(group.id, group);
    record('group.updated', { id: group.id, changes_requested: { group_name: group.name } });
    // Unlike all other answers this one does not say which type of group it is.
    const { group_type: _, ...shown } = showGroup(group);
    return shown;
  }),

  remove('/organization/groups/{group_id}', ({ organization, params, record }) => {
    const { id } = locateOwnGroup(organization, params.group_id);
    organization.groups.delete(id);
    for (const rows of [organization.groupMembers, organization.projectGroups]) {
      for (const [key, row] of rows) if (row.groupId === id) rows.delete(key);
    }
    forgetAssignments(organization, ({ principal }) => principal.id === id);
    record('group.deleted', { id });
    return { object: 'group.deleted', id, deleted: true };
  }),

  get('/organization/groups/{group_id}/users', orderedPageQuery('desc', limits), ({ organization, params, query }) => {
    const group = locateGroup(organization, params.group_id);
    const members = [...organization.groupMembers.values()].filter(({ groupId }) => groupId === group.id);
    const rows = inOrder(members, query.order, (member) => member.addedAtSec);
    return nextPageOf(
      rows.map((member) => ({ ...member, id: member.userId })),
      query,
      (member) => showMember(organization, member),
    );
  }),

  post(
    '/organization/groups/{group_id}/users',
    { user_id: z.string() },
    ({ organization, params, body, nowSec, record }) => {
      const group = locateOwnGroup(organization, params.group_id);
      const user = locateUser(organization, body.user_id);
      const id = `${group.id}/${user.id}`;
      if (organization.groupMembers.has(id)) throw badRequest(`User ${user.id} already exists in group ${group.id}.`);
      organization.groupMembers.set(id, { groupId: group.id, userId: user.id, addedAtSec: nowSec });
      record('tenant.group.member.added', { id: group.id, user_id: user.id });
      return { object: 'group.user', user_id: user.id, group_id: group.id };
    },
  ),

  get('/organization/groups/{group_id}/users/{user_id}', {}, ({ organization, params }) => {
    const member = locateMember(organization, params);
    const { isServiceAccount, isScimManaged } = organization.users.get(member.userId) ?? {};
    return {
      ...showMember(organization, member),
      picture: null,
      is_service_account: isServiceAccount ?? null,
      user_type: isScimManaged === true ? 'tenant_user' : 'user',
    };
  }),

  remove('/organization/groups/{group_id}/users/{user_id}', ({ organization, params, record }) => {
    const group = locateOwnGroup(organization, params.group_id);
    const { userId } = locateMember(organization, params);
    organization.groupMembers.delete(`${group.id}/${userId}`);
    record('tenant.group.member.removed', { id: group.id, user_id: userId });
    return { object: 'group.user.deleted', deleted: true };
  }),
];

function locateMember(
  organization: Organization,
  at: { readonly group_id: string; readonly user_id: string },
): GroupMember {
  const group = locateGroup(organization, at.group_id);
  const member = organization.groupMembers.get(`${group.id}/${at.user_id}`);
  if (member === undefined) throw notFound('Group user', at.user_id, 'user_id');
  return member;
}

function showGroup(group: Group): JsonObject {
  return {
    object: 'group',
    id: group.id,
    name: group.name,
    created_at: group.createdAtSec,
    is_scim_managed: group.isScimManaged,
    group_type: groupTypeOf(group),
  };
}

/** A name is required of every member, and service accounts of the organization have none. */
function showMember(organization: Organization, { userId }: GroupMember): JsonObject {
  const user = organization.users.get(userId);
  return { id: userId, name: user?.name ?? userId, email: user?.email ?? null };
}
