import type { DetectionContext } from './context.ts';
import type { AuditEvent } from './event.ts';
import type { Finding, Severity } from './finding.ts';

/** Something odd that can be told from the vendor's audit log, declared once. */
export interface Detection {
  /** `<family>.<name>`, equal to folder and file; never renamed. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Technique of MITRE ATT&CK (Enterprise, v18). */
  readonly attack: string;
  /** What it looks for, in one sentence. */
  readonly summary: string;
  /** What the reader of an alert does next, in order. */
  readonly advice: readonly string[];
  readonly quietMs: number;
  /** Everything that is odd in this window of events, whatever their order; the same window gives the same findings. */
  run(events: readonly AuditEvent[], context: DetectionContext): readonly Finding[];
}
