import { z } from 'zod';

import { forgetAssignments } from '../forget.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { locateActiveProject, locateJoinableProject, locateMembership } from '../locate.ts';
import { type Membership, type Organization, type User, membershipId, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

/**
 * People join from the organization, by id or by address, with a role's name. The texts for somebody who is already in were
 * seen on the live API in 2025; OpenAI API reference, 2026-11, for the rest.
 */
export const projectUserEndpoints = [
  get('/organization/projects/{project_id}/users', pageQuery, ({ organization, params, query }) => {
    const project = locateActiveProject(organization, params.project_id);
    const members = [...organization.memberships.values()].filter(({ projectId }) => projectId === project.id);
    const rows = newestFirst(members, (member) => member.addedAtSec).map((member) => ({
      ...member,
      id: member.userId,
    }));
    return pageOf(rows, query, (member) => showProjectUser(organization, member));
  }),

  post(
    '/organization/projects/{project_id}/users',
    { user_id: z.string().nullish(), email: z.string().nullish(), role: bodyField.projectRole },
    ({ organization, params, body, nowSec, record }) => {
      const project = locateJoinableProject(organization, params.project_id);
      const user = userToAdd(organization, body);
      const id = membershipId(project.id, user.id);
      if (organization.memberships.has(id))
        throw badRequest(`User ${user.id} already exists in project ${project.id}.`);
      const member: Membership = { projectId: project.id, userId: user.id, role: body.role, addedAtSec: nowSec };
      organization.memberships.set(id, member);
      record('user.added', { id: user.id, data: { role: member.role } });
      return showProjectUser(organization, member);
    },
  ),

  get('/organization/projects/{project_id}/users/{user_id}', {}, ({ organization, params }) =>
    showProjectUser(organization, locateMembership(organization, params)),
  ),

  post(
    '/organization/projects/{project_id}/users/{user_id}',
    { role: bodyField.projectRole.nullish() },
    ({ organization, params, body, record }) => {
      requireOne(body, ['role']);
      const member = locateMembership(organization, params);
      const changed: Membership = { ...member, role: body.role ?? member.role };
      organization.memberships.set(membershipId(member.projectId, member.userId), changed);
      record('user.updated', { id: member.userId, changes_requested: { role: changed.role } });
      return showProjectUser(organization, changed);
    },
  ),

  remove('/organization/projects/{project_id}/users/{user_id}', ({ organization, params, record }) => {
    const member = locateMembership(organization, params);
    organization.memberships.delete(membershipId(member.projectId, member.userId));
    forgetAssignments(
      organization,
      ({ principal, placeId }) => principal.id === member.userId && placeId === member.projectId,
    );
    record('user.deleted', { id: member.userId });
    return { object: 'organization.project.user.deleted', id: member.userId, deleted: true };
  }),
];

interface Named {
  readonly user_id?: string | null | undefined;
  readonly email?: string | null | undefined;
}

function userToAdd(organization: Organization, { user_id: userId, email }: Named): User {
  const byId = typeof userId === 'string';
  if (byId === (typeof email === 'string')) throw badRequest("Exactly one of 'user_id' and 'email' is required.");
  const user = [...organization.users.values()].find(
    (candidate) => candidate.removedAtSec === null && (byId ? candidate.id === userId : candidate.email === email),
  );
  if (user !== undefined) return user;
  throw badRequest('The user is not a member of this organization.', { param: byId ? 'user_id' : 'email' });
}

function showProjectUser(organization: Organization, member: Membership): JsonObject {
  const user = organization.users.get(member.userId);
  return {
    object: 'organization.project.user',
    id: member.userId,
    name: user?.name ?? null,
    email: user?.email ?? null,
    role: member.role,
    added_at: member.addedAtSec,
  };
}
