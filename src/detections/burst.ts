import type { Burst, DetectionContext } from './context.ts';
import type { AuditEvent } from './event.ts';
import { originOf } from './ours.ts';
import { thingsOf } from './things.ts';

/** The fullest stretch of one actor's events of some types. */
export interface ActorBurst {
  readonly actorId: string | null;
  /** Different things they were about. */
  readonly things: number;
  /** Oldest first. */
  readonly events: readonly AuditEvent[];
}

/**
 * Actors who did this to many things within a short time, one burst each. What carries out an approved request does not count: two
 * people saw it.
 */
export function burstsOf(
  events: readonly AuditEvent[],
  context: DetectionContext,
  wanted: { readonly types: readonly string[]; readonly limit: Burst },
): readonly ActorBurst[] {
  const counted = events
    .filter((event) => wanted.types.includes(event.type) && originOf(event, context) === 'other')
    .toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  const things = thingsOf(counted, context.accountOf);
  const actors = [...new Set(counted.map(({ actorId }) => actorId))];
  return actors.flatMap((actorId) => {
    const theirs = counted.filter((event) => event.actorId === actorId);
    const fullest = fullestStretch(theirs, wanted.limit.withinMs, things);
    return fullest.things >= wanted.limit.count ? [{ actorId, ...fullest }] : [];
  });
}

/** Slides a window over the events and keeps a count for each thing in it, so that a storm of thousands costs one pass. */
function fullestStretch(
  events: readonly AuditEvent[],
  withinMs: number,
  things: ReadonlyMap<string, string>,
): Omit<ActorBurst, 'actorId'> {
  const inside = new Map<string, number>();
  const add = (event: AuditEvent | undefined, by: 1 | -1): void => {
    const thing = things.get(event?.id ?? '') ?? '';
    const left = (inside.get(thing) ?? 0) + by;
    if (left === 0) inside.delete(thing);
    else inside.set(thing, left);
  };
  let best = { things: 0, from: 0, to: 0 };
  let start = 0;
  for (const [end, event] of events.entries()) {
    add(event, 1);
    for (; (events[start]?.at ?? event.at) < event.at - withinMs; start++) add(events[start], -1);
    if (inside.size >= best.things) best = { things: inside.size, from: start, to: end + 1 };
  }
  return { things: best.things, events: events.slice(best.from, best.to) };
}
