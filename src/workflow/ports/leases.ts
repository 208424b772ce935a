import type { SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { IssuedKey } from '#operations/memory.ts';

export interface LeaseReader {
  byKey(keyId: string): Promise<IssuedKey | null>;
  byAccount(accountId: string): Promise<IssuedKey | null>;
  /** How many of these keys were issued here. */
  countIssued(keyIds: readonly string[]): Promise<number>;
  /** Those not ended, newest first, at most 200. */
  ofOwner(owner: SlackUserId): Promise<readonly IssuedKey[]>;
}

export interface LeaseWriter extends LeaseReader {
  insert(lease: IssuedKey): Promise<void>;
  end(keyId: string, at: Instant): Promise<boolean>;
}
