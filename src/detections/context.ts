import { hourMs, type Instant, minuteMs } from '#domain/instant.ts';

/** What the detections know besides the events: all of it read just now, "now" included. */
export interface DetectionContext {
  readonly now: Instant;
  /** Tracking ids of the admin keys this bot works with. */
  readonly adminKeyIds: readonly string[];
  /** What we sent, or were about to send, around the time of the events. */
  readonly effects: readonly OurEffect[];
  /**
   * The service account that a key belongs to, by the key's id. One call on an account makes events about its keys as well; a call
   * on a key says nothing about its account or its siblings.
   */
  readonly accountOf: Readonly<Record<string, string>>;
  readonly thresholds: Thresholds;
}

export interface OurEffect {
  /** Of a confidential request: it explains an event like any other, and is named in no finding. */
  readonly isHidden?: boolean;
  readonly status: 'intent' | 'applied' | 'not-applied' | 'unknown';
  readonly resourceIds: readonly string[];
  readonly startedAt: Instant;
  readonly settledAt: Instant | null;
}

export interface Burst {
  readonly count: number;
  readonly withinMs: number;
}

export interface Thresholds {
  readonly massCreation: Burst;
  readonly frequentRevocations: Burst;
  readonly ours: {
    /** How far the vendor's clock and ours may lie apart around an effect. */
    readonly toleranceMs: number;
    /** How long an event waits for our own record of the call to be committed. */
    readonly graceMs: number;
  };
}

/**
 * Starting values, to be tuned by what a company sees: bursts as other vendors' published rules have them, a tolerance for which a
 * quarter of an hour is generous, and a grace longer than any call of ours may take (30 s).
 */
export const defaultThresholds: Thresholds = {
  massCreation: { count: 5, withinMs: hourMs },
  frequentRevocations: { count: 5, withinMs: 30 * minuteMs },
  ours: { toleranceMs: 15 * minuteMs, graceMs: 2 * minuteMs },
};
