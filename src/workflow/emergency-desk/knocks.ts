import { minuteMs } from '#domain/instant.ts';
import type { House } from '../house.ts';

/** Counts knocks at the desk’s door by whoever is not known, and says so in the log once a minute: nothing of it reaches the database. */
export function countKnocks({ clock, log }: Pick<House, 'clock' | 'log'>): () => void {
  let count = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  return () => {
    count += 1;
    if (clock.now() - saidAt < minuteMs) return;
    log.warn({ count }, 'Somebody who is not known here knocks at the desk');
    saidAt = clock.now();
    count = 0;
  };
}
