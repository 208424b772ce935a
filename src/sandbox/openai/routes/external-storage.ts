import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { notFound } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { mintId } from '../identifier.ts';
import { locateActiveProject } from '../locate.ts';
import type { Organization } from '../organization.ts';
import type { ExternalStorage } from '../records/trust.ts';

const text = z.string().min(1);

const provider = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('aws'), bucket: text, role_arn: text }),
  z.strictObject({
    type: z.literal('azure'),
    account_name: text,
    container: text,
    resource_group: text,
    subscription_id: text,
    tenant_id: text,
  }),
  z.strictObject({
    type: z.literal('gcp'),
    bucket: text,
    workload_identity_pool_id: text,
    workload_identity_project_number: text,
    workload_identity_provider_id: text,
  }),
  z.strictObject({ type: z.literal('oci'), bucket: text, region: text, tenancy_ocid: text }),
]);

/** Connects a project with one bucket in another cloud; a delete disconnects and deletes nothing there. OpenAI API reference, 2026-11. */
export const externalStorageEndpoints = [
  get(
    '/organization/external_storage',
    // Neither a default page size nor a default order is stated.
    { ...orderedPageQuery('desc'), project_id: queryField.text },
    ({ organization, query }) => {
      const wanted = [...organization.externalStorage.values()].filter(
        ({ projectId }) => query.project_id === undefined || projectId === query.project_id,
      );
      return pageOf(
        inOrder(wanted, query.order, ({ createdAtSec }) => createdAtSec),
        query,
        (storage) => showStorage(organization, storage),
      );
    },
  ),

  post(
    '/organization/external_storage',
    { project_id: z.string(), provider },
    ({ organization, body, nowSec, record }) => {
      const project = locateActiveProject(organization, body.project_id);
      const added = addedTo(organization, body.provider);
      const storage: ExternalStorage = {
        id: mintId('extstorage_'),
        createdAtSec: nowSec,
        projectId: project.id,
        provider: { ...body.provider, ...added },
        status: 'pending',
      };
      organization.externalStorage.set(storage.id, storage);
      const data = { geography: geographyOf(organization, storage), provider: storage.provider };
      record('external_storage.registered', { id: storage.id, data });
      return showStorage(organization, storage);
    },
  ),

  get('/organization/external_storage/{external_storage_id}', {}, ({ organization, params }) =>
    showStorage(organization, locateStorage(organization, params.external_storage_id)),
  ),

  remove('/organization/external_storage/{external_storage_id}', ({ organization, params, record }) => {
    const { id, projectId } = locateStorage(organization, params.external_storage_id);
    organization.externalStorage.delete(id);
    // A project that keeps nothing elsewhere any more falls back to what the organization has set.
    const isLast = ![...organization.externalStorage.values()].some((other) => other.projectId === projectId);
    if (isLast) organization.retention.delete(projectId);
    record('external_storage.removed', { id });
    return { id, object: 'organization.external_storage.deleted', deleted: true };
  }),

  post('/organization/external_storage/{external_storage_id}/validate', {}, ({ organization, behaviour, params }) => {
    const storage = locateStorage(organization, params.external_storage_id);
    const status = behaviour.otherCloud === 'reachable' ? 'validated' : 'unhealthy';
    const validated: ExternalStorage = { ...storage, status };
    organization.externalStorage.set(storage.id, validated);
    return showStorage(organization, validated);
  }),
];

function locateStorage(organization: Organization, storageId: string): ExternalStorage {
  const storage = organization.externalStorage.get(storageId);
  if (storage === undefined) throw notFound('External storage', storageId, 'external_storage_id');
  return storage;
}

/** What the answer has beyond the request: for AWS what the bucket's owner has to put into its trust policy. */
function addedTo(organization: Organization, wish: z.output<typeof provider>): JsonObject {
  switch (wish.type) {
    case 'aws': {
      const accountId = wish.role_arn.split(':')[4] ?? '000000000000';
      return { account_id: accountId, external_id: organization.id, region: 'eu-central-1' };
    }
    case 'azure':
      return { region: 'westeurope' };
    case 'gcp':
      return { audience: 'https://api.openai.com/v1', region: 'europe-west3' };
    case 'oci':
      return {};
  }
}

function geographyOf({ projects }: Organization, { projectId }: ExternalStorage): string {
  const residency = projects.get(projectId)?.residency ?? 'GLOBAL';
  return residency === 'GLOBAL' ? 'us' : residency.slice(0, 2).toLowerCase();
}

function showStorage(organization: Organization, storage: ExternalStorage): JsonObject {
  return {
    id: storage.id,
    object: 'organization.external_storage',
    created_at: storage.createdAtSec,
    geography: geographyOf(organization, storage),
    project_id: storage.projectId,
    provider: storage.provider,
    status: storage.status,
  };
}
