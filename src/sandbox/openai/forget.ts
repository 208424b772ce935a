import type { Organization } from './organization.ts';
import type { RoleAssignment } from './records/access.ts';

/** Ends a project's key. What was used with it stays in the history, and nothing more comes of it. */
export function forgetKey(organization: Organization, keyId: string, nowSec: number): void {
  organization.projectKeys.delete(keyId);
  for (const traffic of organization.traffic.values()) {
    const flows = traffic.untilSec === null || traffic.untilSec > nowSec;
    if (traffic.apiKeyId === keyId && flows) organization.traffic.set(traffic.id, { ...traffic, untilSec: nowSec });
  }
}

/** Ends a service account with all that hangs on it: keys, roles and what other identity providers may do as it. */
export function forgetServiceAccount(organization: Organization, accountId: string, nowSec: number): void {
  organization.serviceAccounts.delete(accountId);
  organization.unseenReads.delete(accountId);
  for (const { id, owner } of organization.projectKeys.values()) {
    if (owner.kind === 'service_account' && owner.serviceAccountId === accountId) forgetKey(organization, id, nowSec);
  }
  for (const rule of organization.federationRules.values()) {
    if (rule.serviceAccountId === accountId) organization.federationRules.delete(rule.id);
  }
  forgetAssignments(organization, ({ principal }) => principal.id === accountId);
}

/** Takes a person out of the organization's projects and groups and ends their roles. Their keys stay, as on the live API. */
export function forgetUser(organization: Organization, userId: string): void {
  for (const rows of [organization.memberships, organization.groupMembers]) {
    for (const [id, row] of rows) if (row.userId === userId) rows.delete(id);
  }
  forgetAssignments(organization, ({ principal }) => principal.id === userId);
}

/** Empties a project, as archiving does: no users, groups, service accounts, keys or roles are left in it. */
export function emptyProject(organization: Organization, projectId: string, nowSec: number): void {
  const { memberships, projectGroups, serviceAccounts, projectKeys } = organization;
  for (const rows of [memberships, projectGroups]) {
    for (const [id, row] of rows) if (row.projectId === projectId) rows.delete(id);
  }
  for (const account of serviceAccounts.values()) {
    if (account.projectId === projectId) forgetServiceAccount(organization, account.id, nowSec);
  }
  for (const key of projectKeys.values()) {
    if (key.projectId === projectId) forgetKey(organization, key.id, nowSec);
  }
  forgetAssignments(organization, ({ placeId }) => placeId === projectId);
}

/** Takes roles away. Whoever comes back later starts without them. */
export function forgetAssignments(organization: Organization, fits: (assignment: RoleAssignment) => boolean): void {
  for (const assignment of organization.roleAssignments.values()) {
    if (fits(assignment)) organization.roleAssignments.delete(assignment.id);
  }
}
