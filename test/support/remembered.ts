import { readBody, type SealedBody } from '#audit/body.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import type { Store } from '#workflow/ports/store.ts';

interface Remembering {
  readonly store: Pick<Store, 'read'>;
}

/** Everything the chain says, oldest first. */
export async function remembered({ store }: Remembering): Promise<readonly SealedBody[]> {
  const bodies: SealedBody[] = [];
  for (;;) {
    const page = await store.read.audit.range(bodies.length + 1, 500);
    bodies.push(...page.flatMap((entry) => readBody(entry) ?? []));
    if (page.length < 500) return bodies;
  }
}

export async function kindsRemembered(world: Remembering): Promise<readonly string[]> {
  return (await remembered(world)).map(({ kind }) => kind);
}

/** Every message that waits to be posted. */
export async function toBePosted({ store }: Remembering): Promise<readonly OutboxRow[]> {
  return store.read.outbox.due(Number.MAX_SAFE_INTEGER, 1000);
}

export async function keysToBePosted(world: Remembering): Promise<readonly string[]> {
  return (await toBePosted(world)).map(({ key }) => key).toSorted();
}
