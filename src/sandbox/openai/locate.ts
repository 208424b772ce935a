import { badRequest, notFound } from './http/problem.ts';
import {
  type Membership,
  type Organization,
  type Project,
  type ProjectKey,
  type ServiceAccount,
  type User,
  membershipId,
} from './organization.ts';

/** The project, archived or not. Each of these throws the 404 that names the missing object. */
export function locateProject(organization: Organization, projectId: string): Project {
  const project = organization.projects.get(projectId);
  if (project === undefined) throw notFound('Project', projectId, 'project_id');
  return project;
}

/** A project that can still be changed; an archived one is refused with 400 (OpenAI API reference, 2026-11). */
export function locateActiveProject(organization: Organization, projectId: string): Project {
  const project = locateProject(organization, projectId);
  if (project.archivedAtSec !== null) throw badRequest(`Project ${projectId} is archived.`, { param: 'project_id' });
  return project;
}

/** A project that can take members and service accounts; the default one takes none directly. */
export function locateJoinableProject(organization: Organization, projectId: string): Project {
  const project = locateActiveProject(organization, projectId);
  if (project.isDefault)
    throw badRequest('Nobody can be added to the default project directly.', { param: 'project_id' });
  return project;
}

export function locateUser(organization: Organization, userId: string): User {
  const user = organization.users.get(userId);
  if (user === undefined || user.removedAtSec !== null) throw notFound('User', userId, 'user_id');
  return user;
}

export function locateMembership(
  organization: Organization,
  at: { readonly project_id: string; readonly user_id: string },
): Membership {
  locateActiveProject(organization, at.project_id);
  const membership = organization.memberships.get(membershipId(at.project_id, at.user_id));
  if (membership === undefined) throw notFound('Project user', at.user_id, 'user_id');
  return membership;
}

export function locateServiceAccount(
  organization: Organization,
  at: { readonly project_id: string; readonly service_account_id: string },
): ServiceAccount {
  locateActiveProject(organization, at.project_id);
  const account = organization.serviceAccounts.get(at.service_account_id);
  if (account?.projectId !== at.project_id) {
    throw notFound('Service account', at.service_account_id, 'service_account_id');
  }
  return account;
}

/** A key by its id alone, for what stands beside the API. */
export function locateAnyKey(organization: Organization, keyId: string): ProjectKey {
  const key = organization.projectKeys.get(keyId);
  if (key === undefined) throw notFound('API key', keyId, 'api_key_id');
  return key;
}

export function locateProjectKey(
  organization: Organization,
  at: { readonly project_id: string; readonly api_key_id: string },
): ProjectKey {
  locateProject(organization, at.project_id);
  const key = locateAnyKey(organization, at.api_key_id);
  if (key.projectId !== at.project_id) throw notFound('API key', at.api_key_id, 'api_key_id');
  return key;
}
