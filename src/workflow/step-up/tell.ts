import type { SlackUserId } from '#domain/ids.ts';
import type { Writing } from '../ports/store.ts';
import type { Scribe } from '../record.ts';

/** Says a sentence in the channel of alerts and to the person it is about; `everywhere`: in every channel of the house. */
export async function tellPresence(
  tx: Writing,
  scribe: Scribe,
  told: { key: string; text: string; to: readonly SlackUserId[]; isEverywhere?: boolean },
): Promise<void> {
  const now = scribe.clock.now();
  const { alerts, approvals, audit } = scribe.policy().policy.channels;
  const channels = told.isEverywhere === true ? [alerts, approvals, audit] : [alerts];
  for (const channel of new Set<string>([...channels, ...told.to])) {
    const payload = { text: told.text, channel };
    const key = `step-up:${told.key}:${channel}`;
    await tx.outbox.put({ kind: 'notice', key, lane: 'urgent', payload, notBefore: now }, now);
  }
}
