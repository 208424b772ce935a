import { dayMs, hourMs } from '#domain/instant.ts';
import type { House } from './house.ts';

// Slack repeats a delivery within minutes; a click is recognisable for a day all the same.
const KEEP_DELIVERIES_MS = dayMs;
// The longest window a detection looks back, with room to tune it.
const KEEP_EVENTS_MS = 7 * dayMs;
// The hash of each run stays in the chain; the lines themselves are for finding faults of the last month.
const KEEP_CALLS_MS = 30 * dayMs;

/** Drops what nothing looks at any more. The audit chain is never touched. */
export async function forgetOld(house: House): Promise<void> {
  const now = house.clock.now();
  await house.store.transact(async (tx) => {
    await tx.inbox.forget(now - KEEP_DELIVERIES_MS);
    await tx.watch.forgetEvents(now - KEEP_EVENTS_MS - hourMs);
    await tx.stepUp.forgetTickets(now - KEEP_DELIVERIES_MS);
    await tx.hostAsks.forget(now - KEEP_DELIVERIES_MS);
    await tx.callLog.forget(now - KEEP_CALLS_MS);
  });
}
