import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';

/** An event of the vendor's audit log, kept for the detections' windows. */
export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly body: JsonObject;
}

export interface StoredFinding {
  readonly id: number;
  readonly detection: string;
  readonly key: string;
  readonly severity: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly at: Instant;
  readonly count: number;
}

export interface WatchReader {
  cursor(name: string): Promise<Json>;
  /** Oldest first, at most 5 000. */
  eventsSince(at: Instant): Promise<readonly SeenEvent[]>;
  finding(id: number): Promise<StoredFinding | null>;
  /** Opened at or after this moment, newest first. */
  findingsSince(at: Instant, limit: number): Promise<readonly StoredFinding[]>;
}

export interface WatchWriter extends WatchReader {
  setCursor(name: string, value: Json): Promise<void>;
  /** Keeps only events not seen before and answers these. */
  keepNew(events: readonly SeenEvent[]): Promise<readonly SeenEvent[]>;
  forgetEvents(before: Instant): Promise<number>;
  /**
   * A finding with the same detection and key inside `quietMs` counts up instead of opening anew; answers the id and whether it is new.
   */
  raise(
    finding: Omit<StoredFinding, 'id' | 'count'>,
    quietMs: number,
  ): Promise<{ readonly id: number; readonly isNew: boolean }>;
}
