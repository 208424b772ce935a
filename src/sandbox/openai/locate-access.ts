import { badRequest, notFound } from './http/problem.ts';
import type { Organization } from './organization.ts';
import type { Group, ProjectGroup } from './records/access.ts';

/** Throws 404 for an unknown group. */
export function locateGroup(organization: Organization, groupId: string): Group {
  const group = organization.groups.get(groupId);
  if (group === undefined) throw notFound('Group', groupId, 'group_id');
  return group;
}

/** A group that can be changed here; one of the identity provider cannot, which throws 400. */
export function locateOwnGroup(organization: Organization, groupId: string): Group {
  const group = locateGroup(organization, groupId);
  if (group.isScimManaged) {
    throw badRequest('This group is managed by your identity provider.', { param: 'group_id' });
  }
  return group;
}

/** Throws 404 for a group that is not in the project. */
export function locateProjectGroup(organization: Organization, projectId: string, groupId: string): ProjectGroup {
  const found = organization.projectGroups.get(`${projectId}/${groupId}`);
  if (found === undefined) throw notFound('Project group', groupId, 'group_id');
  return found;
}

/** What the API calls a group of the organization and one that comes from the tenant above it; OpenAI API reference, 2026-11. */
export function groupTypeOf(group: Group): 'group' | 'tenant_group' {
  return group.isScimManaged ? 'tenant_group' : 'group';
}
