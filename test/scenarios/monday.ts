import { dayMs } from '#domain/instant.ts';

/** Milliseconds until the next Monday at three in the morning of UTC: half past eight in Kolkata. */
export function toMonday(now: number): number {
  const today = new Date(now);
  const monday = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), 3);
  const ahead = (8 - today.getUTCDay()) % 7;
  return monday + (ahead === 0 ? 7 : ahead) * dayMs - now;
}
