import { locateAnyKey } from './locate.ts';
import type { Organization } from './organization.ts';

/** Sets when a project's key was last used. Throws when there is no such key. */
export function markKeyUsed(organization: Organization, keyId: string, atMs: number): void {
  const key = locateAnyKey(organization, keyId);
  organization.projectKeys.set(keyId, { ...key, lastUsedAtSec: Math.floor(atMs / 1000) });
}
