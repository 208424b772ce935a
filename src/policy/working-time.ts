import { type Instant, minuteMs } from '#domain/instant.ts';
import { type Calendars, type Hours, isWithin } from './calendar.ts';
import type { Policy } from './policy.ts';

interface Span {
  readonly from: Instant;
  /** So much working time. */
  readonly spanMs: number;
  /** Looked no further than this; also the bound of the work: 72 hours are 4 320 looks at a clock on the wall. */
  readonly until: Instant;
}

/**
 * The first moment by which so much time has passed within these hours, or `until` where it has not by then. By the minute, because hours
 * are written so; where a zone changes its clocks, what the clock on the wall shows counts.
 */
export function workingEnd(hours: Hours, calendars: Calendars, { from, spanMs, until }: Span): Instant {
  let left = spanMs;
  for (let at = from; at < until; at += minuteMs) {
    if (!isWithin(hours, calendars, at)) continue;
    if (left <= minuteMs) return Math.min(until, at + left);
    left -= minuteMs;
  }
  return until;
}

/** By when each of these requirements can have been heard: whichever of its groups is there first, counted in that group's hours. */
export function heardBy(policy: Policy, asked: readonly { readonly from: readonly string[] }[], span: Span): Instant {
  const ends = asked.map(({ from }) => {
    const groups = from.map((name) => {
      const hours = Object.hasOwn(policy.groups, name) ? policy.groups[name]?.hours : undefined;
      return hours === undefined || hours === null
        ? span.from + span.spanMs
        : workingEnd(hours, policy.calendars, span);
    });
    return Math.min(span.until, ...groups);
  });
  return Math.max(Math.min(span.until, span.from + span.spanMs), ...ends);
}
