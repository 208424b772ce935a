import { z } from 'zod';

import { get, post } from '../http/endpoint.ts';
import { ApiProblem, badRequest } from '../http/problem.ts';
import { locateActiveProject, locateProject } from '../locate.ts';
import type { Organization } from '../organization.ts';
import { ORGANIZATION_RETENTION, PROJECT_RETENTION } from '../records/project-settings.ts';

/**
 * OpenAI has to approve retention controls before anything can be set, and for the organization no value means "off". What
 * is sent is called `retention_type` and what is answered `type`; the audit log has no event for it. OpenAI API reference,
 * 2026-11; what an organization without the approval gets is not documented.
 */
export const dataRetentionEndpoints = [
  get('/organization/data_retention', {}, ({ organization }) => {
    const type = organization.retention.get(organization.id);
    if (type !== undefined) return { object: 'organization.data_retention', type };
    const message = 'No data retention control is set for this organization.';
    throw new ApiProblem({ status: 404, message, code: 'not_found' });
  }),

  post('/organization/data_retention', { retention_type: z.enum(ORGANIZATION_RETENTION) }, ({ organization, body }) => {
    refuseWithoutApproval(organization);
    organization.retention.set(organization.id, body.retention_type);
    return { object: 'organization.data_retention', type: body.retention_type };
  }),

  get('/organization/projects/{project_id}/data_retention', {}, ({ organization, params }) => {
    const project = locateProject(organization, params.project_id);
    return {
      object: 'project.data_retention',
      type: organization.retention.get(project.id) ?? 'organization_default',
    };
  }),

  post(
    '/organization/projects/{project_id}/data_retention',
    { retention_type: z.enum(PROJECT_RETENTION) },
    ({ organization, params, body }) => {
      const project = locateActiveProject(organization, params.project_id);
      refuseWithoutApproval(organization);
      organization.retention.set(project.id, body.retention_type);
      return { object: 'project.data_retention', type: body.retention_type };
    },
  ),
];

function refuseWithoutApproval(organization: Organization): void {
  if (organization.retention.has(organization.id)) return;
  throw badRequest('This organization is not approved for data retention controls.', { param: 'retention_type' });
}
