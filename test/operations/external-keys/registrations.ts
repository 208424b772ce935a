/** Whole inputs, one a cloud: how each is asked for. */
export const registrations = {
  aws: {
    name: 'search',
    roleArn: 'arn:aws:iam::123456789012:role/openai',
    kmsArn: 'arn:aws:kms:eu-central-1:123456789012:key/1234',
    externalId: 'org-example',
    purpose: null,
  },
  gcp: {
    name: 'search',
    projectNumber: '123456789012',
    pool: 'openai',
    provider: 'openai-oidc',
    audience: 'https://id.acme.example',
    kmsProject: 'acme-keys',
    ring: 'openai',
    key: 'search',
    location: 'europe-west3',
    version: null,
    purpose: null,
  },
  azure: {
    name: 'search',
    tenant: '00000000-0000-0000-0000-000000000000',
    vault: 'https://acme.vault.azure.net',
    key: 'org-example--search',
    version: '0123456789abcdef',
    purpose: 'psp_decryption',
  },
  oci: {
    name: 'search',
    region: 'eu-frankfurt-1',
    vault: 'ocid1.vault.oc1.example',
    key: 'ocid1.key.oc1.example',
    version: null,
    purpose: 'ekm',
  },
} as const;
export type Cloud = keyof typeof registrations;
export const clouds = Object.keys(registrations) as readonly Cloud[];
