import { setBounded } from '../bounded-map.ts';
import type { Clock } from '../clock.ts';

/** A bucket of permissions that refills steadily. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

/** Slack API docs, "Rate limits". The figures are what a tier promises at least. */
export const RATES = {
  tier2: { perMinute: 20, burst: 20 },
  tier3: { perMinute: 50, burst: 50 },
  tier4: { perMinute: 100, burst: 100 },
  special: { perMinute: 300, burst: 300 },
  /** One message a second a channel; short bursts are tolerated, how short is not documented. */
  perChannel: { perMinute: 60, burst: 5 },
} as const satisfies Record<string, Rate>;

export interface RateLimiter {
  /** Seconds to wait before the call may be made, 0 when it may be made now (and is counted). */
  admit(key: string, rate: Rate): number;
  clear(): void;
}

/** One bucket a method and a channel. */
const MAX_BUCKETS = 2000;

export function createRateLimiter(clock: Pick<Clock, 'monotonicMs'>): RateLimiter {
  const buckets = new Map<string, { readonly tokens: number; readonly atMs: number }>();
  return {
    admit(key, rate) {
      const atMs = clock.monotonicMs();
      const last = buckets.get(key) ?? { tokens: rate.burst, atMs };
      const refilled = Math.min(rate.burst, last.tokens + ((atMs - last.atMs) / 60_000) * rate.perMinute);
      const admitted = refilled >= 1;
      setBounded(buckets, { key, value: { tokens: admitted ? refilled - 1 : refilled, atMs }, max: MAX_BUCKETS });
      // Slack gives whole seconds, so the last fraction is rounded up.
      return admitted ? 0 : Math.max(1, Math.ceil(((1 - refilled) * 60) / rate.perMinute));
    },
    clear: () => buckets.clear(),
  };
}
