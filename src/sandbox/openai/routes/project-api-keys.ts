import { z } from 'zod';

import { forgetKey } from '../forget.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { locateActiveProject, locateProject, locateProjectKey } from '../locate.ts';
import { type Organization, type ProjectKey, membershipId, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

/**
 * There is no create: people make their own keys in the dashboard, and service accounts get theirs from their own family.
 * Scopes can be set and never read, and an expiry can be moved and never removed; OpenAI API reference, 2026-11.
 */
export const projectApiKeyEndpoints = [
  get(
    '/organization/projects/{project_id}/api_keys',
    { ...pageQuery, owner_project_access: z.enum(['active', 'inactive', 'any']).optional() },
    ({ organization, params, query }) => {
      const project = locateProject(organization, params.project_id);
      // Left out, the filter hides the keys of people who left: the live API's older membership rule.
      const wanted = query.owner_project_access ?? 'active';
      const keys = [...organization.projectKeys.values()].filter(
        (key) => key.projectId === project.id && (wanted === 'any' || accessOf(organization, key) === wanted),
      );
      return pageOf(
        newestFirst(keys, (key) => key.createdAtSec),
        query,
        (key) => showProjectKey(organization, key),
      );
    },
  ),

  get('/organization/projects/{project_id}/api_keys/{api_key_id}', {}, ({ organization, params }) =>
    showProjectKey(organization, locateProjectKey(organization, params)),
  ),

  post(
    '/organization/projects/{project_id}/api_keys/{api_key_id}',
    { scopes: bodyField.scopes.optional(), expires_in_seconds: bodyField.lifetimeSec.optional() },
    ({ organization, params, body, nowSec, record }) => {
      requireOne(body, ['scopes', 'expires_in_seconds']);
      locateActiveProject(organization, params.project_id);
      const key = locateProjectKey(organization, params);
      if (key.expiresAtSec !== null && key.expiresAtSec <= nowSec)
        throw badRequest('An expired key cannot be updated.');
      const lifetimeSec = body.expires_in_seconds;
      const changed: ProjectKey = {
        ...key,
        scopes: body.scopes ?? key.scopes,
        expiresAtSec: lifetimeSec === undefined ? key.expiresAtSec : nowSec + lifetimeSec,
      };
      organization.projectKeys.set(key.id, changed);
      record('api_key.updated', { id: key.id, changes_requested: { ...body } });
      return showProjectKey(organization, changed);
    },
  ),

  remove('/organization/projects/{project_id}/api_keys/{api_key_id}', ({ organization, params, ...desk }) => {
    locateActiveProject(organization, params.project_id);
    const key = locateProjectKey(organization, params);
    if (key.owner.kind === 'service_account' && desk.behaviour.serviceAccountKeyDeletion === 'refused') {
      throw badRequest('This key belongs to a service account. Delete the service account instead.');
    }
    forgetKey(organization, key.id, desk.nowSec);
    desk.record('api_key.deleted', { id: key.id });
    return { object: 'organization.project.api_key.deleted', id: key.id, deleted: true };
  }),
];

/**
 * Whether a key's owner can still reach the project: a person while a member of it, a service account always, as its keys
 * go with it. A key whose owner cannot stays alive.
 */
function accessOf(organization: Organization, { owner, projectId }: ProjectKey): 'active' | 'inactive' {
  if (owner.kind === 'service_account') return 'active';
  return organization.memberships.has(membershipId(projectId, owner.userId)) ? 'active' : 'inactive';
}

function showProjectKey(organization: Organization, key: ProjectKey): JsonObject {
  return {
    object: 'organization.project.api_key',
    id: key.id,
    name: key.name,
    redacted_value: key.redacted,
    created_at: key.createdAtSec,
    last_used_at: key.lastUsedAtSec,
    expires_at: key.expiresAtSec,
    owner_project_access: accessOf(organization, key),
    owner: showOwner(organization, key),
  };
}

function showOwner(organization: Organization, { owner, projectId }: ProjectKey): JsonObject {
  if (owner.kind === 'service_account') {
    const { name, createdAtSec, role } = organization.serviceAccounts.get(owner.serviceAccountId) ?? {};
    return {
      type: 'service_account',
      service_account: { id: owner.serviceAccountId, name, created_at: createdAtSec, role },
    };
  }
  const { email, name, addedAtSec } = organization.users.get(owner.userId) ?? {};
  // A person who left has no role any more; the reference still shows one.
  const role = organization.memberships.get(membershipId(projectId, owner.userId))?.role ?? 'member';
  return { type: 'user', user: { id: owner.userId, email, name, created_at: addedAtSec, role } };
}
