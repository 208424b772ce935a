import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';

/** A stored span as a person would type it, so that a form can show and take it back: `30d`, `1d12h`. Below a minute is left out. */
export function durationWords(spanMs: number): string {
  const days = Math.floor(spanMs / dayMs);
  const hours = Math.floor((spanMs % dayMs) / hourMs);
  const minutes = Math.floor((spanMs % hourMs) / minuteMs);
  const parts = [days > 0 ? `${days}d` : '', hours > 0 ? `${hours}h` : '', minutes > 0 ? `${minutes}m` : ''];
  return parts
    .filter((part) => part !== '')
    .slice(0, 2)
    .join('');
}
