import type { Behaviour } from '../behaviour.ts';
import { ApiProblem } from './problem.ts';

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface RateLimiter {
  /** Takes one call out of the bucket of that name; throws the 429 when it is empty. */
  readonly take: (bucket: string, nowMs: number) => void;
  readonly forget: () => void;
}

/** Token buckets by name. There are as many as endpoint templates times admin keys, so they need no other bound. */
export function createRateLimiter(behaviour: Readonly<Behaviour>): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(name, nowMs) {
      const limit = behaviour.rateLimit;
      if (limit === null) return;
      const perMs = limit.callsPerMinute / 60_000;
      // A clock that was set back refills nothing.
      const last = buckets.get(name) ?? { tokens: limit.burst, atMs: nowMs };
      const tokens = Math.min(limit.burst, last.tokens + Math.max(0, nowMs - last.atMs) * perMs);
      if (tokens < 1) throw tooManyRequests((1 - tokens) / perMs, behaviour.rateLimitAnswer);
      buckets.set(name, { tokens: tokens - 1, atMs: nowMs });
    },
    forget: () => buckets.clear(),
  };
}

/** The three forms in which a 429 of the administration API was seen or documented in 2025 and 2026. */
export function tooManyRequests(waitMs: number, style: Behaviour['rateLimitAnswer']): ApiProblem {
  const seconds = waitMs / 1000;
  const message =
    style === 'in_message'
      ? `You've exceeded the rate limit, please slow down and try again after ${seconds.toFixed(3)} seconds.`
      : "You're making too many requests, please slow down.";
  const headers = style === 'retry_after' ? { 'retry-after': String(Math.ceil(seconds)) } : {};
  return new ApiProblem({ status: 429, message, code: 'rate_limit_exceeded', headers });
}
