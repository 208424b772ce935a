import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Policy } from '#policy/policy.ts';

/**
 * Why a policy came into force. `first-start`: nothing was in force, and there was nothing to protect yet. `tightening`: it lets nothing
 * through that the one before did not. `reread`: the same text, which a newer program understands in another form.
 */
export type Adoption = 'first-start' | 'founding' | 'tightening' | 'request' | 'reread';

export interface AdoptedPolicy {
  readonly id: number;
  readonly digest: string;
  /** The file as it was written. */
  readonly text: string;
  readonly file: string;
  /** As the program understood it that adopted it. */
  readonly policy: Policy;
  readonly how: Adoption;
  readonly requestId: RequestId | null;
  readonly at: Instant;
}

export interface PolicyReader {
  /** The one adopted last; null before the first. */
  inForce(): Promise<AdoptedPolicy | null>;
  find(id: number): Promise<AdoptedPolicy | null>;
  /** The one adopted last with this digest. */
  byDigest(digest: string): Promise<AdoptedPolicy | null>;
  /** Newest first. */
  history(limit: number): Promise<readonly AdoptedPolicy[]>;
}

export interface PolicyWriter extends PolicyReader {
  adopt(policy: Omit<AdoptedPolicy, 'id'>): Promise<AdoptedPolicy>;
}
