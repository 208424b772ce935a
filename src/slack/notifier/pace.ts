import { type Instant, secondMs } from '#domain/instant.ts';
import type { Clock } from '#workflow/ports/clock.ts';

/** Slack takes about one message a second in a channel (Slack API docs, "Rate limits", 2026). */
export const gapMs = secondMs;
/** Channels and DMs that were written to within the last second; older entries only cost memory. */
const maxChannels = 1000;

export interface Pace {
  /** How long this channel must still be left alone; 0 now. */
  wait(channel: string): number;
  wrote(channel: string): void;
  /** Slack itself said how long. */
  hold(channel: string, forMs: number): void;
}

export function createPace(clock: Clock): Pace {
  const free = new Map<string, Instant>();
  const hold = (channel: string, forMs: number): void => {
    free.delete(channel);
    free.set(channel, clock.now() + forMs);
    const [oldest] = free.keys();
    if (free.size > maxChannels && oldest !== undefined) free.delete(oldest);
  };
  return {
    wait: (channel) => Math.max(0, (free.get(channel) ?? 0) - clock.now()),
    wrote: (channel) => hold(channel, gapMs),
    hold,
  };
}
