import type { Instant } from '#domain/instant.ts';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** One firing of a detection. */
export interface Finding {
  /** Id of the detection. */
  readonly detection: string;
  /** Firings with the same key are about the same thing: inside the detection's quiet period they are counted, not told again. */
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  /** Why it fired, with the numbers. Plain text. */
  readonly lines: readonly string[];
  /** When the last event behind it happened. */
  readonly at: Instant;
  /** Ids of the events behind it. */
  readonly evidence: readonly string[];
}
