import { type OperationId, operationId } from '#domain/ids.ts';
import type { CloudSettings } from '../objects/cloud-settings.ts';

/** A cloud that can hold the key, with what OpenAI has to know to use it there (OpenAI API reference, 2026-11). */
export interface KeyCloud {
  readonly type: 'aws' | 'gcp' | 'azure' | 'oci';
  readonly says: string;
  readonly register: OperationId;
  readonly settings: CloudSettings;
  /** Wire name of the setting that pins one version of the key, which OpenAI takes for one purpose only. */
  readonly version: string | null;
}

export const awsKeys: KeyCloud = {
  type: 'aws',
  says: 'AWS KMS',
  register: operationId('external-keys.register-aws'),
  version: null,
  settings: {
    roleArn: { wire: 'role_arn', label: 'Role' },
    kmsArn: { wire: 'kms_arn', label: 'KMS key' },
    externalId: { wire: 'external_id', label: 'External id' },
  },
};

export const gcpKeys: KeyCloud = {
  type: 'gcp',
  says: 'Google Cloud KMS',
  register: operationId('external-keys.register-gcp'),
  version: 'kms_key_version',
  settings: {
    projectNumber: { wire: 'workload_identity_project_number', label: 'Identity project number' },
    pool: { wire: 'workload_identity_pool_id', label: 'Identity pool' },
    provider: { wire: 'workload_identity_provider_id', label: 'Identity provider' },
    audience: { wire: 'audience', label: 'Audience' },
    kmsProject: { wire: 'kms_project_id', label: 'KMS project' },
    ring: { wire: 'kms_key_ring_name', label: 'Key ring' },
    key: { wire: 'kms_key_name', label: 'KMS key' },
    location: { wire: 'kms_key_location', label: 'Location' },
    version: { wire: 'kms_key_version', label: 'Key version' },
  },
};

export const azureKeys: KeyCloud = {
  type: 'azure',
  says: 'Azure Key Vault',
  register: operationId('external-keys.register-azure'),
  version: 'key_version',
  settings: {
    tenant: { wire: 'tenant_id', label: 'Tenant' },
    vault: { wire: 'vault_uri', label: 'Vault' },
    key: { wire: 'key_name', label: 'Key' },
    version: { wire: 'key_version', label: 'Key version' },
  },
};

export const ociKeys: KeyCloud = {
  type: 'oci',
  says: 'Oracle Cloud Vault',
  register: operationId('external-keys.register-oci'),
  version: 'key_version_ocid',
  settings: {
    region: { wire: 'region', label: 'Region' },
    vault: { wire: 'vault_ocid', label: 'Vault' },
    key: { wire: 'key_ocid', label: 'Key' },
    version: { wire: 'key_version_ocid', label: 'Key version' },
  },
};

const clouds: readonly KeyCloud[] = [awsKeys, gcpKeys, azureKeys, ociKeys];

/** Null for a cloud that OpenAI may take up later. */
export function keyCloudOf(type: string): KeyCloud | null {
  return clouds.find((cloud) => cloud.type === type) ?? null;
}
