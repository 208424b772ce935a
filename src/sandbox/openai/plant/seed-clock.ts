import { resolveRelativeTime } from '../relative-time.ts';

/** Turns the relative times of a seed into seconds since 1970. */
export interface SeedClock {
  readonly at: (relative: string) => number;
  readonly atOrNull: (relative: string | undefined) => number | null;
}

export function seedClock(nowSec: number): SeedClock {
  const at = (relative: string): number => resolveRelativeTime(relative, nowSec);
  return { at, atOrNull: (relative) => (relative === undefined ? null : at(relative)) };
}
