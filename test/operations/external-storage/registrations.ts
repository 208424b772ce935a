import { searchDev } from '../erin-asks.ts';

/** Whole inputs, one a cloud: how each is asked for. */
export const registrations = {
  aws: { project: searchDev, bucket: 'acme-search', roleArn: 'arn:aws:iam::123456789012:role/openai' },
  gcp: {
    project: searchDev,
    bucket: 'acme-search',
    projectNumber: '123456789012',
    pool: 'openai',
    provider: 'openai-oidc',
  },
  azure: {
    project: searchDev,
    container: 'acme-search',
    account: 'acmeopenai',
    resourceGroup: 'data',
    subscription: '00000000-0000-0000-0000-000000000001',
    tenant: '00000000-0000-0000-0000-000000000002',
  },
  oci: { project: searchDev, bucket: 'acme-search', region: 'eu-frankfurt-1', tenancy: 'ocid1.tenancy.oc1.example' },
} as const;
export type Cloud = keyof typeof registrations;
export const clouds = Object.keys(registrations) as readonly Cloud[];
