import { revealsAt } from '#approvals/confidential.ts';
import { cardKey, confidantKey, revealed, storyKey } from '../ports/messages.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Writing } from '../ports/store.ts';
import type { House } from '../house.ts';

/**
 * What a confidential request needs beside the messages of every other: a card for each of those who decide, in their own conversation; and
 * once it has run, the time at which the channels are told what they only saw the shadow of. The outbox keeps that time, not a timer.
 */
export async function announceConfidentially(
  tx: Writing,
  scribe: Pick<House, 'clock'>,
  record: PlannedRequest,
): Promise<void> {
  const now = scribe.clock.now();
  const { id: requestId, confidential } = record.terms;
  for (const { slackId: to } of confidential?.named ?? []) {
    const item = { kind: 'confidant-card', key: confidantKey(requestId, to), lane: 'urgent' } as const;
    await tx.outbox.put({ ...item, payload: { requestId, to }, notBefore: now }, now);
  }
  const at = revealsAt(record);
  if (at === null) return;
  const about = { lane: 'normal', payload: { requestId }, notBefore: at } as const;
  await tx.outbox.put({ kind: 'card', key: revealed(cardKey(requestId)), ...about }, now);
  await tx.outbox.put({ kind: 'story', key: revealed(storyKey(requestId)), ...about }, now);
}
