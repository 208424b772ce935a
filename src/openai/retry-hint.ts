import { type Instant, minuteMs, secondMs } from '#domain/instant.ts';
import type { RawHeaders } from './one-exchange.ts';

// More is never worth waiting for: one call a minute finds out whether the limit is gone.
export const LONGEST_HINT_MS = minuteMs;

/** What the headers say about when to come back, in milliseconds, at most a minute; null if nothing or nonsense. */
export function hintOfHeaders(headers: RawHeaders, now: Instant): number | null {
  const milliseconds = numberOf(headers['retry-after-ms']);
  if (milliseconds !== null) return bounded(milliseconds);
  const after = headers['retry-after'];
  const seconds = numberOf(after);
  if (seconds !== null) return bounded(seconds * secondMs);
  const date = typeof after === 'string' && /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  return Number.isNaN(date) ? null : bounded(date - now);
}

/**
 * The administration API was seen to put the delay only into the text: "try again after 6.937 seconds" (2025-12); other parts of the
 * API write "in 150ms" or "in 20s".
 */
export function hintOfMessage(message: string): number | null {
  const [, amount, unit] = DELAY.exec(message) ?? [];
  return amount === undefined || unit === undefined ? null : bounded(Number(amount) * msOf(unit.toLowerCase()));
}

const DELAY = /\b(?:after|in)\s+(\d{1,7}(?:\.\d{1,9})?)\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m)\b/i;

function msOf(unit: string): number {
  if (unit.startsWith('ms') || unit.startsWith('mil')) return 1;
  return unit.startsWith('s') ? secondMs : minuteMs;
}

/** Plain digits only: `Number` would also take `0x10`, `1e9` and an empty text. */
function numberOf(header: RawHeaders[string]): number | null {
  return typeof header === 'string' && /^\d{1,9}(\.\d{1,9})?$/.test(header.trim()) ? Number(header) : null;
}

function bounded(ms: number): number {
  return Math.min(Math.max(0, Math.ceil(ms)), LONGEST_HINT_MS);
}
