import { parseDuration } from './duration.ts';
import { dayMs, type Instant, minuteMs } from './instant.ts';

const clockWord = /^(today|tomorrow|\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}):(\d{2})( ?(?:utc|z))?$/i;

/** What the clock on the wall of a zone shows, as if it were UTC. */
function wallOf(at: Instant, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** When the wall of this zone shows that; null where it never does, as on the night the clocks go forward. */
function instantOf(wall: number, zone: string): Instant | null {
  let at = wall;
  // The offset before and the one after a change of the clocks: a third try finds nothing that these two do not.
  for (let tries = 0; tries < 2; tries += 1) at = wall - (wallOf(at, zone) - at);
  return wallOf(at, zone) === wall ? at : null;
}

function dayOf(word: string, now: Instant, zone: string): number | null {
  const today = Math.floor(wallOf(now, zone) / dayMs) * dayMs;
  if (/^today$/i.test(word)) return today;
  if (/^tomorrow$/i.test(word)) return today + dayMs;
  const day = Date.parse(`${word}T00:00Z`);
  return Number.isFinite(day) && new Date(day).toISOString().startsWith(word) ? day : null;
}

/**
 * The moment that somebody means by `today 17:00`, `tomorrow 9:00`, `2026-12-01 08:00` (with `UTC` behind it: in UTC) or `in 2h`, in their own
 * time zone (an IANA name). Null for anything else, and for a time that no clock shows.
 */
export function parseMoment(
  words: string,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Instant | null {
  const text = words.trim().replace(/\s+/g, ' ');
  if (/^in /i.test(text)) {
    const span = parseDuration(text.slice(3));
    return span === null ? null : Math.ceil((now + span) / minuteMs) * minuteMs;
  }
  const [, word = '', hour = '', minute = '', utc] = clockWord.exec(text) ?? [];
  if (word === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  const where = utc === undefined ? zone : 'UTC';
  const day = dayOf(word, now, where);
  return day === null ? null : instantOf(day + (Number(hour) * 60 + Number(minute)) * minuteMs, where);
}
