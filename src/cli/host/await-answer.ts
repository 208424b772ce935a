import { setTimeout } from 'node:timers/promises';
import { secondMs } from '#domain/instant.ts';
import type { HostAsk } from '#workflow/ports/host-asks.ts';
import type { Keeper } from '#workflow/step-up/keeper.ts';

// A person waits for it; the bot looks every second.
const LOOK_MS = 300;

/** A wish as it stands once `isEnough`, or when the time is over; reads the database again and again, and holds nothing of it. */
export async function awaitAsk(
  keeper: Keeper,
  id: number,
  { isEnough, seconds }: { readonly isEnough: (ask: HostAsk) => boolean; readonly seconds: number },
): Promise<HostAsk> {
  const until = keeper.clock.now() + seconds * secondMs;
  for (;;) {
    const ask = await keeper.store.read.hostAsks.find(id);
    if (ask === null) throw new Error(`The wish ${id} was forgotten while somebody waited for it`);
    if (isEnough(ask) || keeper.clock.now() >= until) return ask;
    await setTimeout(LOOK_MS);
  }
}
