import { z } from 'zod';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepRetention, retentionSchema, sayRetention } from '../objects/retention.ts';

const ORGANIZATION = '/organization/data_retention';
const PROJECT = '/organization/projects/{project_id}/data_retention';

/** Null while the organization has no control: what OpenAI answers then is not documented, and "not found" is taken for it. */
export const knownOrganization = z.object({ organization: retentionSchema.nullable() });
export const knownRetention = z.object({ ...knownOrganization.shape, own: retentionSchema });
export type KnownRetention = z.infer<typeof knownRetention>;

export const needOrganization = (have: Partial<z.infer<typeof knownOrganization>>): readonly Need[] =>
  have.organization === undefined
    ? [read('organization', { call: call(`GET ${ORGANIZATION}`), keep: keepRetention, absent: 'null' })]
    : [];

/** The project's own, and the organization's, which it may follow. */
export function needRetention(project: ProjectRef, have: Partial<KnownRetention>): readonly Need[] {
  if (have.own !== undefined) return [];
  const params = { project_id: project.id };
  return [read('own', { call: call(`GET ${PROJECT}`, { params }), keep: keepRetention }), ...needOrganization({})];
}

export const sayOrganization = (value: string | null): string => (value === null ? 'no control' : sayRetention(value));

/** `as the organization (zero data retention)`. */
export function sayOwn(own: string, organization: string | null): string {
  return own === 'organization_default' ? `${sayRetention(own)} (${sayOrganization(organization)})` : sayRetention(own);
}

/** What holds for a project in the end. */
export const effective = (own: string, organization: string | null): string =>
  own === 'organization_default' ? (organization ?? 'none') : own;

export const isZero = (value: string): boolean => value.includes('zero_data_retention');
