import { shortDigest } from '#domain/canonical.ts';
import type { Status } from '#operations/memory.ts';
import { debtSentence } from './debt-line.ts';
import { frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import { openStates } from './open-states.ts';
import { rolloutSentence } from './rollout/rollout-sentence.ts';
import type { RequestReader } from './ports/requests.ts';

/** How the bot itself is doing: the vendor's limits, what waits, how old each list is. */
export async function statusOf(house: House, requests: Pick<RequestReader, 'list'>): Promise<Status> {
  const { outbox, directory, freezes, debts } = house.store.read;
  const proposed = house.proposed();
  return {
    policy: {
      inForce: shortDigest(house.policy().digest),
      proposed: proposed === null ? null : shortDigest(proposed.digest),
    },
    pacing: house.pacing().map((line) => ({ ...line, tokens: Math.floor(line.tokens) })),
    outbox: await outbox.depth(house.clock.now()),
    lists: [...(await directory.ages())],
    frozen: (await freezes.active()).map(frozenSentence),
    rollout: await rolloutSentence(house.store.read, house.opening),
    debts: (await debts.open()).map(debtSentence),
    open: (await requests.list({ states: openStates, limit: 1000 })).length,
  };
}
