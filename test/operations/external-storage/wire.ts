import { NOON } from '../erin-asks.ts';

/** A bucket in AWS connected with search-dev, as OpenAI tells of it: with more settings than were asked for. */
export function storageOnWire(bucket: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: `extstorage_${bucket}`,
    object: 'organization.external_storage',
    created_at: Date.parse('2026-10-04T12:00:00Z') / 1000,
    geography: 'eu',
    project_id: 'proj_search_dev',
    provider: {
      type: 'aws',
      account_id: '000000000000',
      bucket,
      external_id: 'org-example',
      region: 'eu-central-1',
      role_arn: 'arn:aws:iam::123456789012:role/openai',
    },
    status: 'validated',
    ...more,
  };
}

export const ref = (bucket: string) => ({ id: `extstorage_${bucket}`, name: bucket });

export const retentionOnWire = { object: 'project.data_retention', type: 'zero_data_retention' };

/** What our memory knows of the projects. */
export const projects = {
  asOf: NOON - 30_000,
  items: [{ id: 'proj_search_dev', name: 'search-dev', status: 'active', createdAt: NOON - 410 }],
};
