import type { Instant } from '#domain/instant.ts';
import { longestTakeBackMs } from '#policy/safeguards.ts';
import type { Decision, RequestRecord } from './request.ts';

/**
 * Until when an approved request is held by a veto window or an hour that was asked for; null for one that is not, and for the seconds in
 * which the last approval can be taken back, which nobody needs to be told of.
 */
export function heldUntil(
  { state, readyAt }: Pick<RequestRecord<unknown>, 'state' | 'readyAt'>,
  decisions: readonly Pick<Decision, 'at'>[],
): Instant | null {
  if (state !== 'waiting' || readyAt === null) return null;
  const last = Math.max(0, ...decisions.map(({ at }) => at));
  return readyAt - last > longestTakeBackMs ? readyAt : null;
}
