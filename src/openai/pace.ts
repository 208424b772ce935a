import { Fault } from '#domain/fault.ts';
import { type Instant, secondMs } from '#domain/instant.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import type { CallContext, Priority } from '#workflow/ports/vendor.ts';
import { answered, type Bucket, fullBucket, type Pace, readyAt, refill, take, throttled } from './bucket.ts';

// The vendor was seen to refuse more at once (2026-05), whatever the endpoint.
const MOST_IN_FLIGHT = 3;
// One place is kept free, so that a click never waits for three polls that hang.
const MOST_POLLS_IN_FLIGHT = MOST_IN_FLIGHT - 1;
// More than five hours of work at the shipped pace: whatever asks for more is a loop.
const MOST_WAITING = 2000;
// Polls may fill half the line; the rest is for people.
const MOST_POLLS_WAITING = MOST_WAITING / 2;
// A wait that a person notices.
const NOTICEABLE_MS = 3000;

const order: readonly Priority[] = ['click', 'work', 'poll'];

/** Leave to send one call. Ends with `release`, which must be called once and says what came of it. */
export interface Slot {
  release(result: { readonly throttled: boolean; readonly hintMs: number | null } | null): void;
}

/** How one endpoint is paced just now. */
export interface PaceReport {
  readonly endpoint: Endpoint;
  readonly perMinute: number;
  readonly tokens: number;
  readonly waiting: number;
  readonly lastThrottledAt: Instant | null;
}

/** Somebody in the line. Tickets count up, so that equals are served in their order across endpoints. */
interface Waiter {
  readonly ticket: number;
  readonly context: Pick<CallContext, 'priority' | 'onWait'>;
  readonly grant: (slot: Slot) => void;
  readonly refuse: (fault: Fault) => void;
}

/** The line at one endpoint, and what it may be asked. */
interface Lane {
  bucket: Bucket;
  readonly waiting: Readonly<Record<Priority, Waiter[]>>;
}

export interface PacerParts {
  readonly pace: Pace;
  readonly nowMs: () => Instant;
  /** Ends early, by throwing or not, when the signal is aborted. */
  readonly waitMs: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Lets calls through at the vendor's pace: clicks before work before polls, first come first served among equals. */
export class Pacer {
  readonly #parts: PacerParts;
  readonly #lanes = new Map<Endpoint, Lane>();
  readonly #inFlight: Record<Priority, number> = { click: 0, work: 0, poll: 0 };
  #tickets = 0;
  #alarm: { readonly at: Instant; readonly stop: AbortController } | null = null;
  #isClosed = false;

  constructor(parts: PacerParts) {
    this.#parts = parts;
  }

  /** Waits for its turn. Throws `Fault('openai.throttled')` when the line is full. */
  acquire(endpoint: Endpoint, context: Waiter['context']): Promise<Slot> {
    const limit = context.priority === 'poll' ? MOST_POLLS_WAITING : MOST_WAITING;
    if (this.#isClosed) return Promise.reject(closing());
    if (this.#waiting() >= limit) return Promise.reject(lineIsFull());
    return new Promise((grant, refuse) => {
      const lane = this.#laneOf(endpoint);
      const waiter: Waiter = { ticket: (this.#tickets += 1), context, grant, refuse };
      lane.waiting[context.priority].push(waiter);
      this.#letThrough();
      const ahead = lineOf(lane).indexOf(waiter);
      if (ahead >= 0) this.#announce(lane, waiter, ahead);
    });
  }

  report(): readonly PaceReport[] {
    const now = this.#parts.nowMs();
    return [...this.#lanes].map(([endpoint, lane]) => ({
      endpoint,
      perMinute: lane.bucket.perMinute,
      tokens: refill(lane.bucket, this.#parts.pace, now).tokens,
      waiting: lineOf(lane).length,
      lastThrottledAt: lane.bucket.throttledAt,
    }));
  }

  /** Refuses everybody who waits. Calls under way go on. */
  close(): void {
    this.#isClosed = true;
    this.#alarm?.stop.abort();
    for (const lane of this.#lanes.values()) {
      for (const priority of order) for (const waiter of lane.waiting[priority].splice(0)) waiter.refuse(closing());
    }
  }

  #laneOf(endpoint: Endpoint): Lane {
    const existing = this.#lanes.get(endpoint);
    if (existing !== undefined) return existing;
    const bucket = fullBucket(this.#parts.pace, this.#parts.nowMs());
    const lane: Lane = { bucket, waiting: { click: [], work: [], poll: [] } };
    this.#lanes.set(endpoint, lane);
    return lane;
  }

  #waiting(): number {
    return this.#lanes.values().reduce((sum, lane) => sum + lineOf(lane).length, 0);
  }

  /** A poll leaves the last saved-up call to people. */
  #tokensFor(priority: Priority): number {
    return priority === 'poll' && this.#parts.pace.burst >= 2 ? 2 : 1;
  }

  /** The first of the line. Whoever stands behind needs at least as much, so nobody is passed over by looking at one. */
  #headOf(lane: Lane): Waiter | null {
    const priority = order.find((each) => lane.waiting[each].length > 0);
    if (priority === undefined) return null;
    if (priority === 'poll' && this.#inFlight.poll >= MOST_POLLS_IN_FLIGHT) return null;
    return lane.waiting[priority][0] ?? null;
  }

  /** Admits whoever may go now; sets the alarm for the first who may go later. */
  #letThrough(): void {
    for (;;) {
      if (this.#isClosed || this.#inFlight.click + this.#inFlight.work + this.#inFlight.poll >= MOST_IN_FLIGHT) return;
      const now = this.#parts.nowMs();
      let next: { readonly lane: Lane; readonly waiter: Waiter } | null = null;
      let earliest = Number.POSITIVE_INFINITY;
      for (const lane of this.#lanes.values()) {
        const waiter = this.#headOf(lane);
        if (waiter === null) continue;
        lane.bucket = refill(lane.bucket, this.#parts.pace, now);
        const at = readyAt(lane.bucket, this.#tokensFor(waiter.context.priority));
        if (at > now) earliest = Math.min(earliest, at);
        else if (next === null || isBefore(waiter, next.waiter)) next = { lane, waiter };
      }
      if (next === null) {
        if (earliest < Number.POSITIVE_INFINITY) this.#wakeAt(earliest, now);
        return;
      }
      this.#admit(next.lane, next.waiter, now);
    }
  }

  #admit(lane: Lane, { context, grant }: Waiter, sentAt: Instant): void {
    lane.waiting[context.priority].shift();
    lane.bucket = take(lane.bucket);
    this.#inFlight[context.priority] += 1;
    grant({
      release: (result) => {
        this.#inFlight[context.priority] -= 1;
        this.#learn(lane, sentAt, result);
        this.#letThrough();
      },
    });
  }

  #learn(lane: Lane, sentAt: Instant, result: Parameters<Slot['release']>[0]): void {
    const { pace, nowMs } = this.#parts;
    if (result === null) return;
    if (!result.throttled) {
      lane.bucket = answered(lane.bucket, pace);
      return;
    }
    lane.bucket = throttled(lane.bucket, pace, { now: nowMs(), sentAt, hintMs: result.hintMs });
    lineOf(lane).forEach((waiter, ahead) => this.#announce(lane, waiter, ahead));
  }

  /** Says how long the line is, where the wait is one that a person notices. */
  #announce(lane: Lane, { context }: Waiter, ahead: number): void {
    const readyInMs = readyAt(lane.bucket, ahead + this.#tokensFor(context.priority)) - this.#parts.nowMs();
    if (readyInMs > NOTICEABLE_MS) context.onWait?.({ ahead, seconds: Math.ceil(readyInMs / secondMs) });
  }

  /** One alarm is enough: whenever it rings, everything is looked at again. */
  #wakeAt(at: Instant, now: Instant): void {
    if (this.#alarm !== null && this.#alarm.at <= at) return;
    this.#alarm?.stop.abort();
    const alarm = { at, stop: new AbortController() };
    this.#alarm = alarm;
    const ring = (): void => {
      if (this.#alarm !== alarm) return;
      this.#alarm = null;
      this.#letThrough();
    };
    this.#parts.waitMs(at - now, alarm.stop.signal).then(ring, ring);
  }
}

function lineOf(lane: Lane): readonly Waiter[] {
  return order.flatMap((priority) => lane.waiting[priority]);
}

function isBefore(a: Waiter, b: Waiter): boolean {
  const difference = order.indexOf(a.context.priority) - order.indexOf(b.context.priority);
  return difference === 0 ? a.ticket < b.ticket : difference < 0;
}

function lineIsFull(): Fault {
  return new Fault('openai.throttled', 'Too many calls wait for OpenAI’s limit. Try again in some minutes.', {
    canRetry: true,
  });
}

function closing(): Fault {
  return new Fault('openai.unreachable', 'Countersign is stopping, so nothing more is sent to OpenAI.', {
    canRetry: true,
  });
}
