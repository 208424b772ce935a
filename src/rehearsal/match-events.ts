import { type AuditEvent, resourceIdsOf } from '#detections/event.ts';
import type { Instant } from '#domain/instant.ts';
import type { Step } from '#operations/plan.ts';

/** A change of ours, as far as it can be recognised in the vendor's log. */
export interface Sent {
  readonly effect: Step['effect'];
  readonly resourceIds: readonly string[];
  readonly startedAt: Instant;
}

/** Last words of the types of events (`invite.sent`) that can tell of each kind of change (OpenAI API reference, 2026-11). */
const verbs: Readonly<Record<Step['effect'], readonly string[]>> = {
  create: ['created', 'sent', 'added'],
  set: ['updated', 'archived'],
  delete: ['deleted', 'archived', 'removed'],
};

const fits = ({ effect, resourceIds }: Sent, event: AuditEvent): boolean =>
  verbs[effect].includes(event.type.split('.').at(-1) ?? '') &&
  resourceIdsOf(event).some((id) => resourceIds.includes(id));

/**
 * The changes that the events tell of. One event vouches for one change only, and for one of its kind: that a key was made says nothing about its
 * deletion, and two changes of one limit need two events.
 */
export function matchEvents<Change extends Sent>(
  changes: readonly Change[],
  events: readonly AuditEvent[],
): ReadonlySet<Change> {
  const free = new Set(events.toSorted((one, other) => one.at - other.at));
  const told = new Set<Change>();
  for (const change of changes.toSorted((one, other) => one.startedAt - other.startedAt)) {
    const event = [...free].find((each) => fits(change, each));
    if (event === undefined) continue;
    free.delete(event);
    told.add(change);
  }
  return told;
}
