import type { Instant } from '#domain/instant.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const zones: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

export interface Hours {
  readonly days: readonly Weekday[];
  /** Minutes of the day; `to` itself is outside. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  /** Names of calendars whose days are left out. */
  readonly except: readonly string[];
}

/** Days of a calendar, both ends included, as `YYYY-MM-DD`. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

export type Calendars = Readonly<Record<string, readonly DaySpan[]>>;

// Building one takes a hundred times as long as using it; a policy names a handful of zones.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, made);
  return made;
}

/** What a clock on the wall of that zone shows. */
function wallClock(zone: string, at: Instant): { day: string; date: string; minute: number } {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: (parts['weekday'] ?? '').toLowerCase(),
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** Whether it is one of these hours. A calendar that the policy does not have holds no days. */
export function isWithin(hours: Hours, calendars: Calendars, at: Instant): boolean {
  const { day, date, minute } = wallClock(hours.zone, at);
  if (!hours.days.some((one) => one === day) || minute < hours.from || minute >= hours.to) return false;
  return !hours.except.some((name) =>
    (Object.hasOwn(calendars, name) ? (calendars[name] ?? []) : []).some(
      ({ first, last }) => first <= date && date <= last,
    ),
  );
}

const two = (n: number): string => String(n).padStart(2, '0');
const sayClock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** `mon–fri 09:00–17:00 Europe/Berlin, not on holidays`. */
export function sayHours({ days, from, to, zone, except }: Hours): string {
  const named =
    days.length === 5 && weekdays.slice(0, 5).every((day) => days.includes(day)) ? 'mon–fri' : days.join(', ');
  const out = except.length === 0 ? '' : `, not on ${except.join(' or ')}`;
  return `${named} ${sayClock(from)}–${sayClock(to)} ${zone}${out}`;
}
