/** A moment as milliseconds since 1970 (UTC). Always handed in: pure rooms never ask for the time. */
export type Instant = number;

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** `2026-11-23 14:05 UTC`: for places that cannot show a reader's own time zone. */
export function utcMinute(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** How long ago or how far ahead, in the largest unit that fits: `4 minutes`, `12 days`. */
export function roughly(spanMs: number): string {
  const span = Math.abs(spanMs);
  if (span < minuteMs) return 'less than a minute';
  if (span < hourMs) return count(Math.floor(span / minuteMs), 'minute');
  if (span < 2 * dayMs) return count(Math.floor(span / hourMs), 'hour');
  return count(Math.floor(span / dayMs), 'day');
}

/** `1 key`, `3 keys`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
