import { type Instant, minuteMs, secondMs } from '#domain/instant.ts';

/** What one endpoint may be asked, as far as was learned: a token bucket as a value. */
export interface Bucket {
  /** What was saved up at `at`; sending takes one. */
  readonly tokens: number;
  /** The moment `tokens` speaks of. In the future while the endpoint is left alone after a 429. */
  readonly at: Instant;
  /** The rate believed in now, at most the pace's. */
  readonly perMinute: number;
  readonly throttledAt: Instant | null;
  /** 429s in a row. */
  readonly streak: number;
}

export interface Pace {
  readonly perMinute: number;
  readonly burst: number;
}

/**
 * OpenAI publishes no numbers. About seven to ten calls a minute and endpoint were seen to pass (2026-05), so six with a burst of
 * four stay below (the same numbers a maintained Terraform provider uses).
 */
export const shippedPace: Pace = { perMinute: 6, burst: 4 };

// A minute refills the vendor's own bucket, so a longer silence (or a mad Retry-After) would only keep people waiting.
export const MOST_COOLING_MS = minuteMs;
// Without any hint: two tokens' worth of the vendor's slowest seen refill, doubling.
const FIRST_COOLING_MS = 10 * secondMs;
// However often it says 429, one try a minute finds out that it has stopped.
const LEAST_PER_MINUTE = 1;
// Halved at once, won back over ten answers: a limit shared with another program is found without running into it again and again.
const RECOVERY_STEPS = 20;

export function fullBucket(pace: Pace, now: Instant): Bucket {
  return { tokens: pace.burst, at: now, perMinute: pace.perMinute, throttledAt: null, streak: 0 };
}

/** The bucket as it stands at `now`. Time that runs backwards earns nothing and forgets a wait it would have made endless. */
export function refill(bucket: Bucket, pace: Pace, now: Instant): Bucket {
  if (now < bucket.at) return bucket.at - now > MOST_COOLING_MS ? { ...bucket, at: now } : bucket;
  const earned = ((now - bucket.at) * bucket.perMinute) / minuteMs;
  return { ...bucket, at: now, tokens: Math.min(pace.burst, bucket.tokens + earned) };
}

/** When a refilled bucket will have held `count` tokens since now, counting those that are taken meanwhile. */
export function readyAt(bucket: Bucket, count: number): Instant {
  const missing = count - bucket.tokens;
  return missing <= 0 ? bucket.at : bucket.at + Math.ceil((missing * minuteMs) / bucket.perMinute);
}

/** A refilled bucket after one call was let through. */
export function take(bucket: Bucket): Bucket {
  return { ...bucket, tokens: bucket.tokens - 1 };
}

/** After an answer that was no 429. */
export function answered(bucket: Bucket, pace: Pace): Bucket {
  return {
    ...bucket,
    streak: 0,
    perMinute: Math.min(pace.perMinute, bucket.perMinute + pace.perMinute / RECOVERY_STEPS),
  };
}

/**
 * After a 429: nothing is sent until the vendor's hint has passed, then at most one call, and the rate is halved. Calls that were on
 * their way together count as one mistake, so only the first of them halves.
 */
export function throttled(bucket: Bucket, pace: Pace, hit: Hit): Bucket {
  const current = refill(bucket, pace, hit.now);
  const isSameMistake = current.throttledAt !== null && hit.sentAt <= current.throttledAt;
  const streak = isSameMistake ? current.streak : current.streak + 1;
  const coolingMs = Math.min(MOST_COOLING_MS, hit.hintMs ?? FIRST_COOLING_MS * 2 ** Math.min(streak - 1, 10));
  const until = Math.max(current.at, hit.now + coolingMs);
  const earned = ((until - current.at) * current.perMinute) / minuteMs;
  return {
    tokens: Math.min(1, current.tokens + earned),
    at: until,
    perMinute: isSameMistake
      ? current.perMinute
      : Math.max(Math.min(LEAST_PER_MINUTE, pace.perMinute), current.perMinute / 2),
    throttledAt: hit.now,
    streak,
  };
}

export interface Hit {
  readonly now: Instant;
  /** When the throttled call was sent. */
  readonly sentAt: Instant;
  /** What the vendor said about waiting, if anything. */
  readonly hintMs: number | null;
}
