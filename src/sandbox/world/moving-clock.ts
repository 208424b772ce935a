import type { Clock } from '#workflow/ports/clock.ts';

/** Real time plus what people have added: the bot and both emulators go by the same one, so they never disagree. */
export interface MovingClock extends Clock {
  advance(byMs: number): void;
}

export function createMovingClock(): MovingClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance: (byMs) => {
      aheadMs += byMs;
    },
  };
}
