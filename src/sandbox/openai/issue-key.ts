import type { JsonObject } from './http/endpoint.ts';
import { mintId } from './identifier.ts';
import type { Organization, ProjectKey, ServiceAccount } from './organization.ts';
import { mintSecret, storedSecret } from './secret-value.ts';

export interface KeyWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly lifetimeSec: number | null;
  readonly nowSec: number;
}

export interface IssuedKey {
  readonly id: string;
  /** The only thing that ever shows the key's value: `ServiceAccountApiKeyBody` of the OpenAI API reference, 2026-11. */
  readonly shownOnce: JsonObject;
}

/** Makes a key for a service account and stores what may be kept of it. */
export function issueKey(organization: Organization, account: ServiceAccount, wish: KeyWish): IssuedKey {
  const value = mintSecret('sk-svcacct-');
  const key: ProjectKey = {
    ...storedSecret(value),
    id: mintId('key_'),
    projectId: account.projectId,
    name: wish.name,
    owner: { kind: 'service_account', serviceAccountId: account.id },
    scopes: wish.scopes,
    createdAtSec: wish.nowSec,
    lastUsedAtSec: null,
    expiresAtSec: wish.lifetimeSec === null ? null : wish.nowSec + wish.lifetimeSec,
  };
  organization.projectKeys.set(key.id, key);
  const shownOnce = {
    object: 'organization.project.service_account.api_key',
    id: key.id,
    value,
    name: key.name,
    created_at: key.createdAtSec,
    expires_at: key.expiresAtSec,
  };
  return { id: key.id, shownOnce };
}
