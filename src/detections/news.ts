import type { Instant } from '#domain/instant.ts';
import type { DetectionContext } from './context.ts';
import type { Detection } from './detection.ts';
import type { AuditEvent } from './event.ts';
import type { Finding } from './finding.ts';

/** What is looked at in one run of the watch. */
export interface Watch {
  readonly events: readonly AuditEvent[];
  /** Ids of those events that no earlier run has seen. */
  readonly fresh: ReadonlySet<string>;
  /** When the run before looked; null on the first. */
  readonly before: Instant | null;
  readonly context: DetectionContext;
}

export interface News {
  readonly finding: Finding;
  readonly quietMs: number;
}

/**
 * What this run finds and the one before could not: runs overlap, and a finding must not be told, or counted, again for the same
 * events. What the earlier run saw is worked out anew rather than remembered, so nothing can get out of step.
 */
export function newsOf(detections: readonly Detection[], { events, fresh, before, context }: Watch): readonly News[] {
  const old = events.filter(({ id }) => !fresh.has(id));
  return detections.flatMap((detection) => {
    const known = before === null ? [] : detection.run(old, { ...context, now: before });
    return detection
      .run(events, context)
      .filter((finding) => !known.some((earlier) => earlier.key === finding.key && holdsAll(earlier, finding)))
      .map((finding) => ({ finding, quietMs: detection.quietMs }));
  });
}

function holdsAll(earlier: Finding, finding: Finding): boolean {
  return finding.evidence.every((id) => earlier.evidence.includes(id));
}
