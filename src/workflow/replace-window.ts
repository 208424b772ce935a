import type { Instant } from '#domain/instant.ts';
import { replaceWindowMs } from '#operations/keys/replace.ts';
import { revokeKey } from '#operations/keys/revoke.ts';
import type { PlannedRequest } from './ports/requests.ts';

/** Until when the key that this request revoked can be asked for anew as it was; null where it revoked none. */
export function replaceableUntil({ state, terms, endedAt }: PlannedRequest): Instant | null {
  const hasRevoked = state === 'succeeded' && terms.plan.operation === revokeKey.id;
  return hasRevoked && endedAt !== null ? endedAt + replaceWindowMs : null;
}

export function isReplaceable(record: PlannedRequest, now: Instant): boolean {
  const until = replaceableUntil(record);
  return until !== null && now < until;
}

/** Something stands still until it is carried out: a key that was revoked is wanted back. */
export const isUrgent = ({ terms }: PlannedRequest): boolean => terms.follows?.as === 'replaces';
