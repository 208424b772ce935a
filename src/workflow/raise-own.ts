import type { JsonObject } from '#domain/json.ts';
import type { StoredFinding } from './ports/watch.ts';
import type { Writing } from './ports/store.ts';
import { enter, type Scribe } from './record.ts';

/** Something odd that this house saw itself, outside of the vendor's audit log. */
export interface OwnFinding extends Omit<StoredFinding, 'id' | 'count' | 'at'> {
  /** For the entry: ids rather than words. */
  readonly evidence: JsonObject;
  /** The same thing inside this time counts up and is not told again. */
  readonly quietMs: number;
  /** `system:<job>`. */
  readonly who: string;
}

/** Keeps a finding, with its entry and its alert, unless the same was told a moment ago. */
export async function raiseOwn(tx: Writing, scribe: Scribe, finding: OwnFinding): Promise<void> {
  const now = scribe.clock.now();
  const { detection, key, severity, title, lines, evidence, quietMs, who } = finding;
  const raised = await tx.watch.raise({ detection, key, severity, title, lines, at: now }, quietMs);
  if (!raised.isNew) return;
  const what = { detection, key, severity, title, evidence };
  await enter(tx, scribe, { kind: 'finding.raised', who, requestId: null, what });
  await tx.outbox.put(
    { kind: 'alert', key: `alert:${raised.id}`, lane: 'urgent', payload: { findingId: raised.id }, notBefore: now },
    now,
  );
}
