import { formatDuration } from '#domain/duration.ts';
import { count, minuteMs, secondMs } from '#domain/instant.ts';

/** `no time`, `4 seconds`, `10 minutes`. */
export function spanWords(ms: number): string {
  if (ms === 0) return 'no time';
  return ms < minuteMs ? count(ms / secondMs, 'second') : formatDuration(ms);
}
