import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { locateUser } from '../locate.ts';
import { type Organization, type User, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

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
      // Custom roles join with their own family of endpoints; until then no role id exists.
      if (typeof body.role_id === 'string') throw badRequest(`Role ${body.role_id} not found.`, { param: 'role_id' });
      const role = body.role ?? user.role;
      if (role !== user.role) refuseOutsideReach(organization, user);
      const changed: User = {
        ...user,
        role,
        technicalLevel: body.technical_level ?? user.technicalLevel,
        developerPersona: body.developer_persona ?? user.developerPersona,
      };
      organization.users.set(user.id, changed);
      record('user.updated', { id: user.id, changes_requested: { role } });
      return showUser(organization, changed);
    },
  ),

  remove('/organization/users/{user_id}', ({ organization, params, nowSec, record }) => {
    const user = locateUser(organization, params.user_id);
    refuseOutsideReach(organization, user);
    organization.users.set(user.id, { ...user, removedAtSec: nowSec });
    for (const [id, member] of organization.memberships)
      if (member.userId === user.id) organization.memberships.delete(id);
    record('user.deleted', { id: user.id });
    return { object: 'organization.user.deleted', id: user.id, deleted: true };
  }),
];

/** A user whom the identity provider manages, and the last owner, are changed by nobody here. */
function refuseOutsideReach(organization: Organization, user: User): void {
  if (user.isScimManaged) throw badRequest('This user is managed by your identity provider.', { param: 'user_id' });
  const owners = [...organization.users.values()].filter(
    ({ role, removedAtSec, isServiceAccount }) => role === 'owner' && removedAtSec === null && !isServiceAccount,
  );
  if (owners.length === 1 && owners[0]?.id === user.id) {
    throw badRequest('The last owner of the organization cannot be removed or demoted.', { param: 'user_id' });
  }
}

function showUser(organization: Organization, user: User): JsonObject {
  return {
    object: 'organization.user',
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    added_at: user.addedAtSec,
    created: user.addedAtSec,
    is_default: user.isDefault,
    is_service_account: user.isServiceAccount,
    is_scim_managed: user.isScimManaged,
    is_scale_tier_authorized_purchaser: null,
    api_key_last_used_at: lastUseOfKeys(organization, user),
    technical_level: user.technicalLevel,
    developer_persona: user.developerPersona,
    ...(user.isServiceAccount ? {} : { user: showPerson(user) }),
  };
}

function showPerson(user: User): JsonObject {
  const { id, email, name } = user;
  return { object: 'user', id, email, name, picture: null, enabled: true, banned: false, banned_at: null };
}

function lastUseOfKeys(organization: Organization, user: User): number | null {
  const uses = [...organization.projectKeys.values()]
    .filter(({ owner }) => owner.kind === 'user' && owner.userId === user.id)
    .flatMap(({ lastUsedAtSec }) => (lastUsedAtSec === null ? [] : [lastUsedAtSec]));
  return uses.length === 0 ? null : Math.max(...uses);
}

function showProjectsOf(organization: Organization, user: User): JsonObject {
  const data = [...organization.memberships.values()]
    .filter(({ userId }) => userId === user.id)
    .map(({ projectId, role }) => ({ id: projectId, name: organization.projects.get(projectId)?.name ?? null, role }));
  return { object: 'list', data };
}
