import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { notFound } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import { type AdminKey, type Organization, newestFirst } from '../organization.ts';
import { mintSecret, storedSecret } from '../secret-value.ts';
import { bodyField } from './body-field.ts';

/**
 * There is no update. A key made here belongs to the owner of the key that made it, and a key may delete itself. The audit
 * log knows admin keys only as tenant events. OpenAI API reference, 2026-11.
 */
export const adminApiKeyEndpoints = [
  get(
    '/organization/admin_api_keys',
    // Oldest first unless asked otherwise, unlike all other lists; OpenAI API reference, 2026-11.
    { ...pageQuery, order: z.enum(['asc', 'desc']).default('asc') },
    ({ organization, query }) => {
      const rows = newestFirst(organization.adminKeys.values(), (key) => key.createdAtSec);
      return pageOf(query.order === 'desc' ? rows : rows.toReversed(), query, (key) => showAdminKey(organization, key));
    },
  ),

  post(
    '/organization/admin_api_keys',
    { name: bodyField.name, expires_in_seconds: bodyField.lifetimeSec.optional() },
    ({ organization, body, admin, nowSec, record }) => {
      const value = mintSecret('sk-admin-');
      const key: AdminKey = {
        ...storedSecret(value),
        id: mintId('key_'),
        name: body.name,
        ownerId: admin.ownerId,
        access: 'all',
        isBots: false,
        createdAtSec: nowSec,
        lastUsedAtSec: null,
        expiresAtSec: body.expires_in_seconds === undefined ? null : nowSec + body.expires_in_seconds,
      };
      organization.adminKeys.set(key.id, key);
      record('tenant.admin_api_key.created', { id: key.id });
      return { ...showAdminKey(organization, key), value };
    },
  ),

  get('/organization/admin_api_keys/{key_id}', {}, ({ organization, params }) =>
    showAdminKey(organization, locateAdminKey(organization, params.key_id)),
  ),

  remove('/organization/admin_api_keys/{key_id}', ({ organization, params, record }) => {
    const key = locateAdminKey(organization, params.key_id);
    organization.adminKeys.delete(key.id);
    record('tenant.admin_api_key.deleted', { id: key.id });
    return { object: 'organization.admin_api_key.deleted', id: key.id, deleted: true };
  }),
];

function locateAdminKey(organization: Organization, keyId: string): AdminKey {
  const key = organization.adminKeys.get(keyId);
  if (key === undefined) throw notFound('Admin API key', keyId, 'key_id');
  return key;
}

function showAdminKey(organization: Organization, key: AdminKey): JsonObject {
  return {
    object: 'organization.admin_api_key',
    id: key.id,
    name: key.name,
    redacted_value: key.redacted,
    created_at: key.createdAtSec,
    expires_at: key.expiresAtSec,
    last_used_at: key.lastUsedAtSec,
    owner: showOwner(organization, key.ownerId),
  };
}

function showOwner(organization: Organization, ownerId: string): JsonObject {
  const owner = organization.users.get(ownerId);
  const kind = owner?.isServiceAccount === true ? 'service_account' : 'user';
  return {
    type: kind,
    object: `organization.${kind}`,
    id: ownerId,
    name: owner?.name ?? ownerId,
    created_at: owner?.addedAtSec,
    // The reference shows an owning service account with a project's role.
    role: kind === 'user' ? owner?.role : 'member',
  };
}
