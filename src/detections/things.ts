import type { DetectionContext } from './context.ts';
import { type AuditEvent, resourceIdsOf } from './event.ts';
import { accountsOf } from './ours.ts';

/**
 * Which thing each event is about, by the event's id. Two events about one key are about one thing. An account that has an event of
 * its own takes its keys with it; without one, its keys were dealt with one by one and are a thing each. An event that names nothing
 * is about a thing of its own.
 */
export function thingsOf(
  events: readonly AuditEvent[],
  accountOf: DetectionContext['accountOf'],
): ReadonlyMap<string, string> {
  const named = new Set(events.flatMap((event) => resourceIdsOf(event)));
  return new Map(
    events.map((event) => {
      const account = accountsOf(event, accountOf).find((id) => named.has(id));
      return [event.id, account ?? resourceIdsOf(event)[0] ?? event.id];
    }),
  );
}
