import { dayMs, hourMs, minuteMs } from './instant.ts';

const units: Readonly<Record<string, number>> = { m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs };

/**
 * Strict spans as people type them: `45m`, `12h`, `30d`, `2w`, or two of them (`1d12h`). A bare number is refused, because nobody
 * agrees on its unit. Answers milliseconds, or null.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (!/^(\d{1,5}[mhdw]){1,2}$/.test(trimmed)) return null;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+)([mhdw])/g)) total += Number(amount) * (units[unit ?? ''] ?? 0);
  return total > 0 ? total : null;
}

/** The span as a person says it, to the minute: `30 days`, `12 hours`, `1 day 12 hours 30 minutes`. What is left of a minute is dropped. */
export function formatDuration(spanMs: number): string {
  const parts: string[] = [];
  let rest = spanMs;
  for (const [ms, noun] of [
    [dayMs, 'day'],
    [hourMs, 'hour'],
    [minuteMs, 'minute'],
  ] as const) {
    const n = Math.floor(rest / ms);
    if (n > 0) parts.push(`${n} ${noun}${n === 1 ? '' : 's'}`);
    rest -= n * ms;
  }
  return parts.join(' ') || 'less than a minute';
}

/** A span as a person would type it again: `30d`, `1d12h`. Below a minute is left out. */
export function durationWord(spanMs: number): string {
  const parts: string[] = [];
  let rest = spanMs;
  for (const [ms, unit] of [
    [dayMs, 'd'],
    [hourMs, 'h'],
    [minuteMs, 'm'],
  ] as const) {
    const n = Math.floor(rest / ms);
    if (n > 0) parts.push(`${n}${unit}`);
    rest -= n * ms;
  }
  return parts.slice(0, 2).join('');
}
