import type { JsonObject } from '../http/endpoint.ts';
import type { Organization, ServiceAccount, User } from '../organization.ts';

/** `User` of the OpenAI API reference, 2026-11. */
export function showUser(organization: Organization, user: User): JsonObject {
  return {
    object: 'organization.user',
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    added_at: user.addedAtSec,
    created: user.addedAtSec,
    is_default: user.isDefault,
    is_service_account: user.isServiceAccount,
    is_scim_managed: user.isScimManaged,
    is_scale_tier_authorized_purchaser: null,
    api_key_last_used_at: lastUseOfKeys(organization, user),
    technical_level: user.technicalLevel,
    developer_persona: user.developerPersona,
    ...(user.isServiceAccount ? {} : { user: showPerson(user) }),
  };
}

function showPerson(user: User): JsonObject {
  const { id, email, name } = user;
  return { object: 'user', id, email, name, picture: null, enabled: true, banned: false, banned_at: null };
}

function lastUseOfKeys(organization: Organization, user: User): number | null {
  const uses = [...organization.projectKeys.values()]
    .filter(({ owner }) => owner.kind === 'user' && owner.userId === user.id)
    .flatMap(({ lastUsedAtSec }) => (lastUsedAtSec === null ? [] : [lastUsedAtSec]));
  return uses.length === 0 ? null : Math.max(...uses);
}

/** A project's service account where the API speaks of users, as it does of who has a role. */
export function showServiceAccountAsUser(account: ServiceAccount): JsonObject {
  return {
    object: 'organization.user',
    id: account.id,
    name: account.name,
    email: null,
    role: null,
    added_at: account.createdAtSec,
    is_service_account: true,
  };
}
