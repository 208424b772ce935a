import type { Organization } from './organization.ts';

/** Whether a project may use a model: all of them while nothing is set, then what its one list says. */
export function isModelAllowed(organization: Organization, projectId: string, modelId: string): boolean {
  const permissions = organization.modelPermissions.get(projectId);
  if (permissions === undefined) return true;
  return permissions.modelIds.includes(modelId) === (permissions.mode === 'allow_list');
}
