import { NOON } from '../erin-asks.ts';

/** A key in AWS as OpenAI tells of it; other clouds by what stands in `more`. */
export function externalKeyOnWire(name: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: `extkey_${name}`,
    object: 'organization.external_key',
    type: 'aws',
    name,
    created_at: Date.parse('2026-01-27T12:00:00Z') / 1000,
    api_project_ids: [],
    workspace_id: '',
    purpose: 'ekm',
    role_arn: 'arn:aws:iam::000000000000:role/openai-ekm',
    kms_arn: 'arn:aws:kms:eu-central-1:000000000000:key/1234',
    external_id: 'org-example',
    ...more,
  };
}

export const ref = (name: string) => ({ id: `extkey_${name}`, name });

/** What our memory knows of the projects. */
export const projects = {
  asOf: NOON - 30_000,
  items: [
    { id: 'proj_search_dev', name: 'search-dev', status: 'active', createdAt: NOON - 410 },
    { id: 'proj_hackweek', name: 'hackweek', status: 'archived', createdAt: NOON - 310 },
  ],
};
