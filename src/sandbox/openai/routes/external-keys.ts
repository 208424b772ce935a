import { z } from 'zod';

import { refuseUnenrolled } from '../enrolment.ts';
import { type JsonObject, get, post, postOf, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import type { Organization } from '../organization.ts';
import type { ExternalKey } from '../records/trust.ts';

const purpose = z.enum(['ekm', 'psp_decryption']);
const text = z.string().min(1);
const every = { name: text, purpose: purpose.optional() };

const wish = z.discriminatedUnion('type', [
  z.strictObject({ ...every, type: z.literal('aws'), role_arn: text, kms_arn: text, external_id: text }),
  z.strictObject({
    ...every,
    type: z.literal('gcp'),
    workload_identity_project_number: text,
    workload_identity_pool_id: text,
    workload_identity_provider_id: text,
    audience: text,
    kms_project_id: text,
    kms_key_ring_name: text,
    kms_key_name: text,
    kms_key_location: text,
    kms_key_version: text.optional(),
  }),
  z.strictObject({
    ...every,
    type: z.literal('azure'),
    tenant_id: text,
    vault_uri: text,
    key_name: text,
    key_version: text.optional(),
  }),
  z.strictObject({
    ...every,
    type: z.literal('oci'),
    region: text,
    vault_ocid: text,
    key_ocid: text,
    key_version_ocid: text.optional(),
  }),
]);

/**
 * Encryption keys in another cloud, for enrolled organizations. There is no update, and a key that an active project uses
 * cannot go. A delete answers the key itself, under another `object` and without `deleted`. OpenAI API reference, 2026-11.
 */
export const externalKeyEndpoints = [
  get(
    '/organization/external_keys',
    // Neither a default page size nor a default order is stated.
    { ...orderedPageQuery('desc', { least: 0, most: 100, fallback: 20 }), purpose: purpose.optional() },
    ({ organization, query }) => {
      refuseUnenrolled(organization);
      const wanted = [...organization.externalKeys.values()].filter(
        (key) => query.purpose === undefined || purposeOf(key) === query.purpose,
      );
      const rows = inOrder(wanted, query.order, (key) => key.createdAtSec);
      return pageOf(rows, query, (key) => showKey(organization, key));
    },
  ),

  postOf('/organization/external_keys', wish, ({ organization, body, nowSec, record }) => {
    refuseUnenrolled(organization);
    if (body.type === 'azure' && !body.key_name.startsWith(`${organization.id}--`)) {
      throw badRequest(`'key_name' must look like ${organization.id}--<name>.`, { param: 'key_name' });
    }
    const version = ['kms_key_version', 'key_version', 'key_version_ocid'].find((field) => field in body);
    if (version !== undefined && body.purpose !== 'psp_decryption') {
      throw badRequest(`'${version}' can be given only with the purpose psp_decryption.`, { param: version });
    }
    const key: ExternalKey = { id: mintId('extkey_'), createdAtSec: nowSec, given: body };
    organization.externalKeys.set(key.id, key);
    record('external_key.registered', { id: key.id, data: { name: body.name, type: body.type } });
    return showKey(organization, key);
  }),

  get('/organization/external_keys/{external_key_id}', {}, ({ organization, params }) =>
    showKey(organization, locateKey(organization, params.external_key_id)),
  ),

  remove('/organization/external_keys/{external_key_id}', ({ organization, params, record }) => {
    const key = locateKey(organization, params.external_key_id);
    if (usersOf(organization, key).some(({ archivedAtSec }) => archivedAtSec === null)) {
      throw badRequest('The external key is in use by an active project.', { param: 'external_key_id' });
    }
    organization.externalKeys.delete(key.id);
    record('external_key.removed', { id: key.id });
    return { ...showKey(organization, key), object: 'organization.external_key.deleted' };
  }),

  post('/organization/external_keys/{external_key_id}/validate', {}, ({ organization, behaviour, params }) => {
    const key = locateKey(organization, params.external_key_id);
    if (behaviour.otherCloud === 'reachable') return { status: 'success' };
    throw badRequest(`The key management service of ${key.given.type} refused the key.`, { param: 'external_key_id' });
  }),
];

function locateKey(organization: Organization, keyId: string): ExternalKey {
  refuseUnenrolled(organization);
  const key = organization.externalKeys.get(keyId);
  if (key === undefined) throw notFound('External key', keyId, 'external_key_id');
  return key;
}

function purposeOf({ given }: ExternalKey): unknown {
  return given['purpose'] ?? 'ekm';
}

function usersOf({ projects }: Organization, key: ExternalKey) {
  return [...projects.values()].filter(({ externalKeyId }) => externalKeyId === key.id);
}

function showKey(organization: Organization, key: ExternalKey): JsonObject {
  return {
    ...key.given,
    purpose: purposeOf(key),
    id: key.id,
    object: 'organization.external_key',
    created_at: key.createdAtSec,
    api_project_ids: usersOf(organization, key).map(({ id }) => id),
    workspace_id: '',
  };
}
