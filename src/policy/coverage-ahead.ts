import { formatDuration } from '#domain/duration.ts';
import { count, dayMs, hourMs, type Instant } from '#domain/instant.ts';
import { isWithin } from './calendar.ts';
import { leastReachable } from './coverage.ts';
import type { Policy } from './policy.ts';

const DAYS = 7;

/** Who of a group can be reached as far as anybody knows; looking ends once enough were found. */
export type Reach =
  | {
      readonly known: true;
      /** Names of those who can; at most as many as are enough. */
      readonly reachable: readonly string[];
      /** `Omar Haddad (deactivated)` for everybody of whom it is known that they cannot. */
      readonly away: readonly string[];
    }
  | { readonly known: false; readonly why: string };

interface Asked {
  readonly group: string;
  /** Rules that stand still without it. */
  readonly rules: readonly string[];
  readonly reach: Reach;
}

/** Whether its people work at any hour of the coming week, by the hours and calendars of the file. */
function worksAhead({ groups, calendars }: Policy, name: string, now: Instant): boolean {
  const hours = groups[name]?.hours ?? null;
  if (hours === null) return true;
  const ahead = Array.from({ length: DAYS * (dayMs / hourMs) }, (_, i) => now + i * hourMs);
  return ahead.some((at) => isWithin(hours, calendars, at));
}

function standInOf({ groups }: Policy, name: string): string {
  const { fallback = null, escalateAfterMs = null } = groups[name] ?? {};
  if (fallback === null) return 'Nobody stands in: it names no fallback.';
  if (escalateAfterMs === null) return `Its fallback ${fallback} is never asked: it says no escalate_after.`;
  return `${fallback} stands in after ${formatDuration(escalateAfterMs)}.`;
}

function shortOf(policy: Policy, { group, reach }: Asked, now: Instant): string | null {
  if (!reach.known) return `Nobody knows who of ${group} can be reached: ${reach.why}.`;
  if (!worksAhead(policy, group, now)) return `Nobody of ${group} works in the next ${DAYS} days, by its hours.`;
  const { reachable, away } = reach;
  if (reachable.length >= leastReachable) return null;
  const who = reachable.length === 0 ? '' : ` (${reachable.join(', ')})`;
  const without = away.length === 0 ? '' : `; not ${away.join(', ')}`;
  return `${group}: ${count(reachable.length, 'person', 'people')}${who} can be reached in the next ${DAYS} days${without}.`;
}

/** What will stall in the coming week because too few of a group can be reached, and who stands in; null where enough can. */
export function shortageOf(policy: Policy, asked: Asked, now: Instant): string | null {
  const short = shortOf(policy, asked, now);
  if (short === null) return null;
  const [first = '', ...more] = asked.rules;
  const stalls = `“${first}”${more.length === 0 ? '' : ` and ${count(more.length, 'more rule')}`}`;
  return `${short} Without it ${stalls} would stall. ${standInOf(policy, asked.group)}`;
}
