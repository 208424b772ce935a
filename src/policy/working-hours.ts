import { type Hours, isWithin, weekdays } from './calendar.ts';
import type { Policy } from './policy.ts';
import type { Instant } from '#domain/instant.ts';

/** Where a policy does not say when a group works: what is usual, on the clock of each of its people. */
const usual: Omit<Hours, 'zone'> = { days: weekdays.slice(0, 5), from: 9 * 60, to: 18 * 60, except: [] };

/** One person as far as their hours go: the groups for which they are asked, and the zone that they have set, if it is known. */
export interface Worker {
  readonly groups: readonly string[];
  readonly zone: string | null;
}

/**
 * Whether somebody works at this moment, as far as hours say; nothing is known of whether they are there. The hours of a group count before
 * anybody's own. Of whom neither is known is never held to be asleep.
 */
export function isAtWork({ groups, calendars }: Policy, { groups: names, zone }: Worker, at: Instant): boolean {
  return names.some((name) => {
    const said = Object.hasOwn(groups, name) ? (groups[name]?.hours ?? null) : null;
    const hours = said ?? (zone === null ? null : { ...usual, zone });
    return hours === null || isWithin(hours, calendars, at);
  });
}

/** Whether it is before eleven on a working day there, or, where the zone is not known, in UTC. */
export function isMorning(zone: string | null, at: Instant): boolean {
  return isWithin({ ...usual, to: 11 * 60, zone: zone ?? 'UTC' }, {}, at);
}
