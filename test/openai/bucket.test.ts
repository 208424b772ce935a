import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '#domain/instant.ts';
import {
  answered,
  fullBucket,
  MOST_COOLING_MS,
  readyAt,
  refill,
  shippedPace,
  take,
  throttled,
} from '#openai/bucket.ts';

const start = 1_700_000_000_000;
const pace = shippedPace;
const emptyAt = (now: number) => ({ ...fullBucket(pace, now), tokens: 0 });

describe('a bucket', () => {
  it('lets a burst through at once and then six calls a minute', () => {
    let bucket = fullBucket(pace, start);
    for (let sent = 0; sent < pace.burst; sent += 1) bucket = take(bucket);
    expect(readyAt(bucket, 1)).toBe(start + 10 * secondMs);
    expect(readyAt(bucket, 3)).toBe(start + 30 * secondMs);
    expect(refill(bucket, pace, start + 10 * minuteMs).tokens).toBe(pace.burst);
  });

  it('after a 429 is ready when the vendor said, if a call was earned by then', () => {
    const cooled = throttled({ ...fullBucket(pace, start), tokens: 0.5 }, pace, {
      now: start,
      sentAt: start,
      hintMs: 6937,
    });
    expect(readyAt(cooled, 1)).toBe(start + 6937);
    expect(refill(cooled, pace, start + 5000)).toEqual(cooled);
  });

  it('after a 429 holds at most one call, whatever was saved up', () => {
    const cooled = throttled(fullBucket(pace, start), pace, { now: start, sentAt: start, hintMs: minuteMs });
    expect(refill(cooled, pace, start + minuteMs).tokens).toBe(1);
  });

  it('gives no call away for a hint that says to come back at once', () => {
    const cooled = throttled(emptyAt(start), pace, { now: start, sentAt: start, hintMs: 0 });
    expect(readyAt(cooled, 1)).toBe(start + 20 * secondMs);
  });

  it('halves its rate for each mistake, once for calls that were on their way together, and never below one a minute', () => {
    const hit = (now: number, sentAt: number) => ({ now, sentAt, hintMs: 0 });
    const once = throttled(fullBucket(pace, start), pace, hit(start + 10, start));
    expect(once.perMinute).toBe(3);
    expect(throttled(once, pace, hit(start + 20, start + 5)).perMinute).toBe(3);
    const twice = throttled(once, pace, hit(start + 60, start + 50));
    expect(twice.perMinute).toBe(1.5);
    expect(throttled(twice, pace, hit(start + 90, start + 80)).perMinute).toBe(1);
  });

  it('wins its rate back over ten answers', () => {
    let bucket = throttled(fullBucket(pace, start), pace, { now: start, sentAt: start, hintMs: 0 });
    for (let n = 0; n < 9; n += 1) bucket = answered(bucket, pace);
    expect(bucket.perMinute).toBeLessThan(6);
    expect(answered(answered(bucket, pace), pace).perMinute).toBe(6);
  });

  it('waits longer with each 429 that gives no hint, at most a minute', () => {
    let bucket = emptyAt(start);
    const waits: number[] = [];
    let now = start;
    for (let n = 0; n < 5; n += 1) {
      bucket = throttled(bucket, pace, { now, sentAt: now, hintMs: null });
      waits.push(bucket.at - now);
      now = bucket.at + minuteMs;
    }
    expect(waits).toEqual([10, 20, 40, 60, 60].map((seconds) => seconds * secondMs));
  });

  it('never waits out an hour that only a corrected clock put into its future', () => {
    const bucket = emptyAt(start + 60 * minuteMs);
    expect(refill(bucket, pace, start).at).toBe(start);
    expect(refill({ ...bucket, at: start + MOST_COOLING_MS }, pace, start).at).toBe(start + MOST_COOLING_MS);
  });
});

type Event = { readonly kind: 'call' | 'answered' } | { readonly kind: 'throttled'; readonly hintMs: number | null };

const event: fc.Arbitrary<{ readonly afterMs: number; readonly event: Event }> = fc.record({
  afterMs: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20_000 })),
  event: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Event>({ kind: 'call' }) },
    { weight: 2, arbitrary: fc.constant<Event>({ kind: 'answered' }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('throttled' as const),
        hintMs: fc.option(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 }))),
      }),
    },
  ),
});

/** Plays events against a bucket, sending whenever it lets one through; answers when calls were sent. */
function play(
  limits: { perMinute: number; burst: number },
  events: readonly { afterMs: number; event: Event }[],
): number[] {
  let now = start;
  let bucket = fullBucket(limits, now);
  const sent: number[] = [];
  for (const each of events) {
    now += each.afterMs;
    bucket = refill(bucket, limits, now);
    if (each.event.kind === 'answered') bucket = answered(bucket, limits);
    else if (each.event.kind === 'throttled') {
      bucket = throttled(bucket, limits, { now, sentAt: now, hintMs: each.event.hintMs });
    } else if (readyAt(bucket, 1) <= now) {
      bucket = take(bucket);
      sent.push(now);
    }
  }
  return sent;
}

describe('whatever happens', () => {
  const limits = fc.record({ perMinute: fc.integer({ min: 1, max: 60 }), burst: fc.integer({ min: 1, max: 5 }) });

  it('no window holds more calls than the burst and what the rate earns in it', () => {
    fc.assert(
      fc.property(limits, fc.array(event, { maxLength: 200 }), (pace, events) => {
        const sent = play(pace, events);
        for (let first = 0; first < sent.length; first += 1) {
          for (let last = first; last < sent.length; last += 1) {
            const allowed = pace.burst + (((sent[last] ?? 0) - (sent[first] ?? 0)) * pace.perMinute) / minuteMs;
            expect(last - first + 1).toBeLessThanOrEqual(allowed + 1e-6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a call is let through within two minutes', () => {
    fc.assert(
      fc.property(limits, fc.array(event, { maxLength: 60 }), (pace, events) => {
        let now = start;
        let bucket = fullBucket(pace, now);
        for (const each of events) {
          now += each.afterMs;
          bucket = refill(bucket, pace, now);
          if (each.event.kind === 'throttled')
            bucket = throttled(bucket, pace, { now, sentAt: now, hintMs: each.event.hintMs });
          else if (each.event.kind === 'call' && readyAt(bucket, 1) <= now) bucket = take(bucket);
        }
        expect(readyAt(refill(bucket, pace, now), 1) - now).toBeLessThanOrEqual(2 * minuteMs);
      }),
    );
  });
});
