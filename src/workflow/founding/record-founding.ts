import type { House } from '../house.ts';
import { foundingKey } from '../ports/messages.ts';
import type { Reading, Writing } from '../ports/store.ts';
import { enter, type Scribe } from '../record.ts';

export async function putCard(tx: Writing, scribe: Scribe): Promise<void> {
  const now = scribe.clock.now();
  const row = { kind: 'founding', key: foundingKey, lane: 'urgent', payload: {}, notBefore: now } as const;
  await tx.outbox.put(row, now);
}

/** `in-use`: requests were made here before there was a founding, so people have vouched for it by using it. */
export type Standing = 'founded' | 'in-use' | 'open';

export async function foundingOf(read: Pick<Reading, 'meta' | 'requests'>): Promise<Standing> {
  if ((await read.meta.get('founded')) !== null) return 'founded';
  return (await read.requests.list({ limit: 1 })).length > 0 ? 'in-use' : 'open';
}

/** Writes down at the start that an installation counts as founded because it was in use; asks two people where it does not. */
export async function recordFounding(tx: Writing, house: House, standing: Standing): Promise<void> {
  if (!house.founding.isDone()) return putCard(tx, house);
  if (standing !== 'in-use') return;
  await tx.meta.set('founded', String(house.clock.now()));
  const what = { how: 'in-use' };
  await enter(tx, house, { kind: 'installation.founded', who: 'system:start', requestId: null, what });
}
