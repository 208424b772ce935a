import { z } from 'zod';

import { assignRole } from '../assign-role.ts';
import { forgetUser } from '../forget.ts';
import { holdingsOf } from '../holdings.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { locateUser } from '../locate.ts';
import { type Organization, type User, newestFirst } from '../organization.ts';
import { refuseOutsideReach } from '../reach.ts';
import { findRole, levelRoleId } from '../roles.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';
import { showUser } from './show-user.ts';

/**
 * There is no create: people enter by invite. Which users the live API refuses to change is undocumented; the last owner
 * and people of an identity provider are the plausible ones. OpenAI API reference, 2026-11.
 */
export const userEndpoints = [
  get('/organization/users', { ...pageQuery, emails: queryField.list }, ({ organization, query }) => {
    const users = newestFirst(organization.users.values(), (user) => user.addedAtSec);
    const { emails } = query;
    const rows = users.filter(
      ({ removedAtSec, email }) => removedAtSec === null && (emails === undefined || emails.includes(email ?? '')),
    );
    return pageOf(rows, query, (user) => showUser(organization, user));
  }),

  get('/organization/users/{user_id}', {}, ({ organization, params }) => {
    const user = locateUser(organization, params.user_id);
    return { ...showUser(organization, user), projects: showProjectsOf(organization, user) };
  }),

  post(
    '/organization/users/{user_id}',
    {
      role: bodyField.organizationRole.nullish(),
      role_id: z.string().nullish(),
      technical_level: z.string().nullish(),
      developer_persona: z.string().nullish(),
    },
    ({ organization, params, body, record }) => {
      requireOne(body, ['role', 'role_id', 'technical_level', 'developer_persona']);
      const user = locateUser(organization, params.user_id);
      const role = body.role ?? user.role;
      if (role !== user.role) refuseOutsideReach(organization, user.id);
      const custom = typeof body.role_id === 'string' ? giveRole(organization, user, body.role_id) : null;
      const changed: User = {
        ...user,
        role: body.role ?? organization.users.get(user.id)?.role ?? role,
        technicalLevel: body.technical_level ?? user.technicalLevel,
        developerPersona: body.developer_persona ?? user.developerPersona,
      };
      organization.users.set(user.id, changed);
      record('user.updated', { id: user.id, changes_requested: { role: custom?.name ?? changed.role } });
      return showUser(organization, changed);
    },
  ),

  remove('/organization/users/{user_id}', ({ organization, params, nowSec, record }) => {
    const user = locateUser(organization, params.user_id);
    refuseOutsideReach(organization, user.id);
    organization.users.set(user.id, { ...user, removedAtSec: nowSec });
    forgetUser(organization, user.id);
    record('user.deleted', { id: user.id });
    return { object: 'organization.user.deleted', id: user.id, deleted: true };
  }),
];

/** A role's id goes beyond the two levels: it is one more role, which has a name of its own, or the built-in one of a level. */
function giveRole(
  organization: Organization,
  { id, role: level }: User,
  roleId: string,
): { readonly name: string | null } {
  const place = { kind: 'organization', id: organization.id } as const;
  const role = findRole(organization, place, roleId);
  if (role === null) throw badRequest(`Role ${roleId} not found.`, { param: 'role_id' });
  if (role.id === levelRoleId(place, 'reader') && level === 'owner') {
    refuseOutsideReach(organization, id);
    organization.users.set(id, { ...locateUser(organization, id), role: 'reader' });
  } else if (!holdingsOf(organization, { kind: 'user', id }, place).some((holding) => holding.id === role.id)) {
    assignRole(organization, { place, principal: { kind: 'user', id } }, role);
  }
  return { name: role.made === null ? null : role.name };
}

function showProjectsOf(organization: Organization, user: User): JsonObject {
  const data = [...organization.memberships.values()]
    .filter(({ userId }) => userId === user.id)
    .map(({ projectId, role }) => ({ id: projectId, name: organization.projects.get(projectId)?.name ?? null, role }));
  return { object: 'list', data };
}
