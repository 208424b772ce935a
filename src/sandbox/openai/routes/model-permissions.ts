import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { ApiProblem } from '../http/problem.ts';
import { locateActiveProject, locateProject } from '../locate.ts';
import type { Organization } from '../organization.ts';
import type { ModelPermissions } from '../records/project-settings.ts';

/**
 * At most one list a project, replaced as a whole. Where none is set, two clients of the live API got 404 in 2026. The audit
 * log has no event for it. OpenAI API reference, 2026-11, for the rest.
 */
export const modelPermissionEndpoints = [
  get('/organization/projects/{project_id}/model_permissions', {}, ({ organization, params }) => {
    const project = locateProject(organization, params.project_id);
    return showPermissions(locatePermissions(organization, project.id));
  }),

  post(
    '/organization/projects/{project_id}/model_permissions',
    { mode: z.enum(['allow_list', 'deny_list']), model_ids: z.array(z.string().min(1)) },
    ({ organization, params, body }) => {
      const project = locateActiveProject(organization, params.project_id);
      const permissions = { mode: body.mode, modelIds: body.model_ids };
      organization.modelPermissions.set(project.id, permissions);
      return showPermissions(permissions);
    },
  ),

  remove('/organization/projects/{project_id}/model_permissions', ({ organization, params }) => {
    const project = locateActiveProject(organization, params.project_id);
    locatePermissions(organization, project.id);
    organization.modelPermissions.delete(project.id);
    return { object: 'project.model_permissions.deleted', deleted: true };
  }),
];

function locatePermissions(organization: Organization, projectId: string): ModelPermissions {
  const permissions = organization.modelPermissions.get(projectId);
  if (permissions !== undefined) return permissions;
  const message = `Project ${projectId} has no model permissions.`;
  throw new ApiProblem({ status: 404, message, code: 'not_found' });
}

function showPermissions({ mode, modelIds }: ModelPermissions): JsonObject {
  return { object: 'project.model_permissions', mode, model_ids: modelIds };
}
