import { z } from 'zod';
import { checkedKeysWire } from '#doctor/checks/admin-key.ts';
import { deletedSchema } from '#openai/schemas/deleted.ts';
import { eventLineWire } from '#operations/audit-log/event-line.ts';
import { adminKeyWire } from '#operations/objects/admin-key.ts';
import { apiKeyWire } from '#operations/objects/api-key.ts';
import { auditEventWire } from '#operations/objects/audit-event.ts';
import { bucketWire } from '#operations/objects/bucket.ts';
import { certificateWire } from '#operations/objects/certificate.ts';
import { costWire } from '#operations/objects/cost.ts';
import { externalKeyWire } from '#operations/objects/external-key.ts';
import { externalStorageWire } from '#operations/objects/external-storage.ts';
import { federationRuleWire } from '#operations/objects/federation-rule.ts';
import { groupWire } from '#operations/objects/group.ts';
import { hostedToolsWire } from '#operations/objects/hosted-tools.ts';
import { identityProviderWire } from '#operations/objects/identity-provider.ts';
import { inviteWire } from '#operations/objects/invite.ts';
import { memberWire } from '#operations/objects/member.ts';
import { modelListWire } from '#operations/objects/model-list.ts';
import { modelUseWire } from '#operations/objects/model-use.ts';
import { organizationUserWire } from '#operations/objects/organization-user.ts';
import { personWire } from '#operations/objects/person.ts';
import { projectGroupWire } from '#operations/objects/project-group.ts';
import { projectWire } from '#operations/objects/project.ts';
import { rateLimitWire } from '#operations/objects/rate-limit.ts';
import { retentionWire } from '#operations/objects/retention.ts';
import { heldRoleWire, roleWire } from '#operations/objects/role.ts';
import { serviceAccountWire } from '#operations/objects/service-account.ts';
import { serviceTiersWire } from '#operations/objects/service-tiers.ts';
import { spendAlertWire } from '#operations/objects/spend-alert.ts';
import { userWire } from '#operations/objects/user.ts';
import { spendLimitWire } from '#operations/spend-limits/place.ts';
import { ownKeysWire } from '#workflow/own-admin-key.ts';
import type { MethodPath } from './sdk-types.ts';

// Nothing of it is read: what became of the change is read back elsewhere, and what has to be known of it is its id.
const unread = [z.looseObject({})] as const;

/** By which of our schemas the answer to each method of the official client is read; of a list, one item of it. */
export const readBy = {
  'auditLogs.list': [auditEventWire, eventLineWire],
  'adminAPIKeys.create': [adminKeyWire],
  'adminAPIKeys.retrieve': [adminKeyWire],
  'adminAPIKeys.list': [adminKeyWire, ownKeysWire.shape.data.element, checkedKeysWire.shape.data.element],
  'adminAPIKeys.delete': [deletedSchema],
  'usage.audioSpeeches': [bucketWire],
  'usage.audioTranscriptions': [bucketWire],
  'usage.codeInterpreterSessions': [bucketWire],
  'usage.completions': [bucketWire, modelUseWire],
  'usage.costs': [bucketWire, costWire],
  'usage.decisions': [bucketWire],
  'usage.embeddings': [bucketWire],
  'usage.fileSearchCalls': [bucketWire],
  'usage.images': [bucketWire],
  'usage.moderations': [bucketWire],
  'usage.vectorStores': [bucketWire],
  'usage.webSearchCalls': [bucketWire],
  'invites.create': [inviteWire],
  'invites.retrieve': [inviteWire],
  'invites.list': [inviteWire],
  'invites.delete': [deletedSchema],
  'users.retrieve': [organizationUserWire, personWire, userWire],
  'users.update': [organizationUserWire, personWire, userWire],
  'users.list': [organizationUserWire, personWire, userWire],
  'users.delete': [deletedSchema],
  'users.roles.create': unread,
  'users.roles.retrieve': [roleWire, heldRoleWire],
  'users.roles.list': [roleWire, heldRoleWire],
  'users.roles.delete': [deletedSchema],
  'groups.create': [groupWire],
  'groups.retrieve': [groupWire],
  'groups.update': [groupWire],
  'groups.list': [groupWire],
  'groups.delete': [deletedSchema],
  'groups.users.create': unread,
  'groups.users.retrieve': [personWire],
  'groups.users.list': [personWire],
  'groups.users.delete': [deletedSchema],
  'groups.roles.create': unread,
  'groups.roles.retrieve': [roleWire, heldRoleWire],
  'groups.roles.list': [roleWire, heldRoleWire],
  'groups.roles.delete': [deletedSchema],
  'roles.create': [roleWire],
  'roles.retrieve': [roleWire],
  'roles.update': [roleWire],
  'roles.list': [roleWire],
  'roles.delete': [deletedSchema],
  'dataRetention.retrieve': [retentionWire],
  'dataRetention.update': [retentionWire],
  'externalKeys.create': [externalKeyWire],
  'externalKeys.retrieve': [externalKeyWire],
  'externalKeys.list': [externalKeyWire],
  'externalKeys.delete': [deletedSchema],
  'externalKeys.validate': unread,
  'workloadIdentityProviders.create': [identityProviderWire],
  'workloadIdentityProviders.retrieve': [identityProviderWire],
  'workloadIdentityProviders.update': [identityProviderWire],
  'workloadIdentityProviders.list': [identityProviderWire],
  'workloadIdentityProviders.delete': [deletedSchema],
  'workloadIdentityProviders.federationRules.create': [federationRuleWire],
  'workloadIdentityProviders.federationRules.retrieve': [federationRuleWire],
  'workloadIdentityProviders.federationRules.update': [federationRuleWire],
  'workloadIdentityProviders.federationRules.list': [federationRuleWire],
  'workloadIdentityProviders.federationRules.delete': [deletedSchema],
  'externalStorage.create': [externalStorageWire],
  'externalStorage.retrieve': [externalStorageWire],
  'externalStorage.list': [externalStorageWire],
  'externalStorage.delete': [deletedSchema],
  'externalStorage.validate': [externalStorageWire],
  'spendLimit.retrieve': [spendLimitWire],
  'spendLimit.update': [spendLimitWire],
  'spendLimit.delete': [deletedSchema],
  'spendAlerts.create': [spendAlertWire],
  'spendAlerts.retrieve': [spendAlertWire],
  'spendAlerts.update': [spendAlertWire],
  'spendAlerts.list': [spendAlertWire],
  'spendAlerts.delete': [deletedSchema],
  'certificates.create': [certificateWire],
  'certificates.retrieve': [certificateWire],
  'certificates.update': [certificateWire],
  'certificates.list': [certificateWire],
  'certificates.delete': [deletedSchema],
  'certificates.activate': [certificateWire],
  'certificates.deactivate': [certificateWire],
  'projects.create': [projectWire],
  'projects.retrieve': [projectWire],
  'projects.update': [projectWire],
  'projects.list': [projectWire],
  'projects.archive': [projectWire],
  'projects.users.create': [memberWire],
  'projects.users.retrieve': [memberWire],
  'projects.users.update': [memberWire],
  'projects.users.list': [memberWire],
  'projects.users.delete': [deletedSchema],
  'projects.users.roles.create': unread,
  'projects.users.roles.retrieve': [roleWire, heldRoleWire],
  'projects.users.roles.list': [roleWire, heldRoleWire],
  'projects.users.roles.delete': [deletedSchema],
  'projects.serviceAccounts.create': [serviceAccountWire],
  'projects.serviceAccounts.retrieve': [serviceAccountWire],
  'projects.serviceAccounts.update': [serviceAccountWire],
  'projects.serviceAccounts.list': [serviceAccountWire],
  'projects.serviceAccounts.delete': [deletedSchema],
  'projects.serviceAccounts.apiKeys.create': unread,
  'projects.apiKeys.retrieve': [apiKeyWire],
  'projects.apiKeys.update': [apiKeyWire],
  'projects.apiKeys.list': [apiKeyWire],
  'projects.apiKeys.delete': [deletedSchema],
  'projects.rateLimits.listRateLimits': [rateLimitWire],
  'projects.rateLimits.updateRateLimit': [rateLimitWire],
  'projects.modelPermissions.retrieve': [modelListWire],
  'projects.modelPermissions.update': [modelListWire],
  'projects.modelPermissions.delete': [deletedSchema],
  'projects.serviceTierSettings.retrieve': [serviceTiersWire],
  'projects.serviceTierSettings.update': [serviceTiersWire],
  'projects.hostedToolPermissions.retrieve': [hostedToolsWire],
  'projects.hostedToolPermissions.update': [hostedToolsWire],
  'projects.groups.create': [projectGroupWire],
  'projects.groups.retrieve': [projectGroupWire],
  'projects.groups.list': [projectGroupWire],
  'projects.groups.delete': [deletedSchema],
  'projects.groups.roles.create': unread,
  'projects.groups.roles.retrieve': [roleWire, heldRoleWire],
  'projects.groups.roles.list': [roleWire, heldRoleWire],
  'projects.groups.roles.delete': [deletedSchema],
  'projects.roles.create': [roleWire],
  'projects.roles.retrieve': [roleWire],
  'projects.roles.update': [roleWire],
  'projects.roles.list': [roleWire],
  'projects.roles.delete': [deletedSchema],
  'projects.dataRetention.retrieve': [retentionWire],
  'projects.dataRetention.update': [retentionWire],
  'projects.spendLimit.retrieve': [spendLimitWire],
  'projects.spendLimit.update': [spendLimitWire],
  'projects.spendLimit.delete': [deletedSchema],
  'projects.spendAlerts.create': [spendAlertWire],
  'projects.spendAlerts.retrieve': [spendAlertWire],
  'projects.spendAlerts.update': [spendAlertWire],
  'projects.spendAlerts.list': [spendAlertWire],
  'projects.spendAlerts.delete': [deletedSchema],
  'projects.certificates.list': [certificateWire],
  'projects.certificates.activate': [certificateWire],
  'projects.certificates.deactivate': [certificateWire],
} as const satisfies Readonly<Record<MethodPath, readonly z.ZodType[]>>;
