import { type OperationId, operationId } from '#domain/ids.ts';
import type { CloudSettings } from '../objects/cloud-settings.ts';

/** A cloud that can hold a project's data, with what OpenAI has to know to write there (OpenAI API reference, 2026-11). */
export interface StorageCloud {
  readonly type: 'aws' | 'gcp' | 'azure' | 'oci';
  readonly says: string;
  readonly register: OperationId;
  readonly settings: CloudSettings;
}

export const awsStorage: StorageCloud = {
  type: 'aws',
  says: 'Amazon S3',
  register: operationId('external-storage.register-aws'),
  settings: {
    bucket: { wire: 'bucket', label: 'Bucket' },
    roleArn: { wire: 'role_arn', label: 'Role' },
  },
};

export const gcpStorage: StorageCloud = {
  type: 'gcp',
  says: 'Google Cloud Storage',
  register: operationId('external-storage.register-gcp'),
  settings: {
    bucket: { wire: 'bucket', label: 'Bucket' },
    projectNumber: { wire: 'workload_identity_project_number', label: 'Identity project number' },
    pool: { wire: 'workload_identity_pool_id', label: 'Identity pool' },
    provider: { wire: 'workload_identity_provider_id', label: 'Identity provider' },
  },
};

export const azureStorage: StorageCloud = {
  type: 'azure',
  says: 'Azure Blob Storage',
  register: operationId('external-storage.register-azure'),
  settings: {
    container: { wire: 'container', label: 'Container' },
    account: { wire: 'account_name', label: 'Storage account' },
    resourceGroup: { wire: 'resource_group', label: 'Resource group' },
    subscription: { wire: 'subscription_id', label: 'Subscription' },
    tenant: { wire: 'tenant_id', label: 'Tenant' },
  },
};

export const ociStorage: StorageCloud = {
  type: 'oci',
  says: 'Oracle Object Storage',
  register: operationId('external-storage.register-oci'),
  settings: {
    bucket: { wire: 'bucket', label: 'Bucket' },
    region: { wire: 'region', label: 'Region' },
    tenancy: { wire: 'tenancy_ocid', label: 'Tenancy' },
  },
};

const clouds: readonly StorageCloud[] = [awsStorage, gcpStorage, azureStorage, ociStorage];

/** Null for a cloud that OpenAI may take up later. */
export function storageCloudOf(type: string): StorageCloud | null {
  return clouds.find((cloud) => cloud.type === type) ?? null;
}
