/**
 * Types of events that can be asked for (OpenAI API reference, 2026-11). Those of the level above the organization are listed only
 * all together, so they are not among them.
 */
export const eventTypes = [
  'api_key.created',
  'api_key.deleted',
  'api_key.updated',
  'certificate.created',
  'certificate.deleted',
  'certificate.updated',
  'certificates.activated',
  'certificates.deactivated',
  'checkpoint.permission.created',
  'checkpoint.permission.deleted',
  'external_key.registered',
  'external_key.removed',
  'external_storage.registered',
  'external_storage.removed',
  'group.created',
  'group.deleted',
  'group.updated',
  'invite.accepted',
  'invite.deleted',
  'invite.sent',
  'ip_allowlist.config.activated',
  'ip_allowlist.config.deactivated',
  'ip_allowlist.created',
  'ip_allowlist.deleted',
  'ip_allowlist.updated',
  'login.failed',
  'login.succeeded',
  'logout.failed',
  'logout.succeeded',
  'organization.updated',
  'project.archived',
  'project.created',
  'project.deleted',
  'project.updated',
  'rate_limit.deleted',
  'rate_limit.updated',
  'resource.deleted',
  'role.assignment.created',
  'role.assignment.deleted',
  'role.created',
  'role.deleted',
  'role.updated',
  'scim.disabled',
  'scim.enabled',
  'service_account.created',
  'service_account.deleted',
  'service_account.updated',
  'tunnel.created',
  'tunnel.deleted',
  'tunnel.updated',
  'user.added',
  'user.deleted',
  'user.updated',
  'workload_identity_provider.created',
  'workload_identity_provider.deleted',
  'workload_identity_provider.updated',
  'workload_identity_provider_mapping.created',
  'workload_identity_provider_mapping.deleted',
  'workload_identity_provider_mapping.updated',
] as const;

/** `api_key` stands for `api_key.created`, `api_key.deleted`, …; a whole type for itself. Empty where a word is none. */
export function typesOfWord(word: string): readonly string[] {
  return eventTypes.filter((type) => type === word || type.startsWith(`${word}.`));
}

/** The words that stand for several types, for whoever mistypes one. */
export const eventFamilies: readonly string[] = [
  ...new Set(eventTypes.map((type) => type.slice(0, type.indexOf('.')))),
].toSorted();
