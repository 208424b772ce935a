import { hourMs, type Instant, minuteMs } from '#domain/instant.ts';
import { longestWaitMs } from './deadline.ts';
import type { RequestTerms } from './request.ts';

// Nobody can look and approve in less.
const soonestMs = 5 * minuteMs;
// An approval lasts three days at most, and what was asked for an hour must still be possible an hour late.
const latestMs = longestWaitMs - hourMs;
/** What was approved for an hour is not what anybody expects long after it. */
const graceMs = hourMs;

/** Why a request made now cannot be asked for this moment; null if it can. */
export function hourProblem(at: Instant, now: Instant): string | null {
  if (at < now + soonestMs)
    return 'The hour has to be at least five minutes ahead, so that somebody can approve before.';
  if (at > now + latestMs)
    return 'The hour may be at most 71 hours ahead, because an approval lasts three days at most.';
  return null;
}

/** Whether the hour that was asked for is so long over that nothing should be sent any more. */
export function isHourMissed({ notBefore }: Pick<RequestTerms<unknown>, 'notBefore'>, now: Instant): boolean {
  return notBefore !== undefined && now > notBefore + graceMs;
}
