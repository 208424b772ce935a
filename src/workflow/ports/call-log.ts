import type { Instant } from '#domain/instant.ts';

/** Background reads: one row each, hashed into one audit entry a run. */
export interface CallLogLine {
  readonly run: string;
  readonly at: Instant;
  readonly cause: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly vendorRequestId: string | null;
  readonly durationMs: number;
}

export interface CallLogWriter {
  add(line: CallLogLine): Promise<void>;
  ofRun(run: string): Promise<readonly CallLogLine[]>;
  forget(before: Instant): Promise<number>;
}
