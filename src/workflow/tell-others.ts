import { warrantOf } from '#approvals/warrant.ts';
import { shortRequestId } from '#domain/ids.ts';
import { orderName } from '#domain/order-name.ts';
import { type Listeners, listenersOf } from '#policy/listeners.ts';
import { missingSentence } from '#approvals/quorum.ts';
import { type Electorate, quorumOf } from './electorate.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';

/** What they are told, and who: looked up before the transaction that sends the request. */
export interface Word {
  readonly text: string;
  readonly listeners: Listeners;
}

function onWhoseWord(record: PlannedRequest, electorate: Electorate): string {
  const warrant = warrantOf(record.terms);
  switch (warrant.by) {
    case 'quorum':
      return `It needs ${missingSentence(quorumOf(record, electorate, []).missing) || 'nobody else'}.`;
    case 'standing-order':
      return `It needs nobody: standing order ${orderName(warrant.order.id)} covers it.`;
    case 'break-glass':
      return 'Nobody else approves it: this is break-glass, and somebody has to review it.';
    case 'desk':
      return 'Nobody else approves it: it was signed at the desk, and somebody has to review it.';
  }
}

/** For whom the rule says `notify`, as these people and channels are now. */
export function wordFor(record: PlannedRequest, electorate: Electorate): Word {
  const { id, manner, plan, reason, requester } = record.terms;
  return {
    listeners: listenersOf(electorate.scene, manner?.notify ?? [], requester.personId),
    text: [
      `For your information: ${requester.name} asks: ${plan.title} (${plan.tier}, ${shortRequestId(id)}).`,
      `Why: ${reason}`,
      `${onWhoseWord(record, electorate)} You need not do anything; the audit channel says what comes of it.`,
    ].join('\n'),
  };
}

/** Tells each of them once, in the transaction that sends the request. */
export async function tellOthers(tx: Writing, house: House, told: Word & { record: PlannedRequest }): Promise<void> {
  const { people, channels, unread } = told.listeners;
  if (people.length + channels.length + unread.length === 0) return;
  const { id } = told.record.terms;
  const now = house.clock.now();
  for (const channel of [...people, ...channels]) {
    const payload = { text: told.text, channel };
    const key = `told:${id}:${channel}`;
    await tx.outbox.put({ kind: 'notice', key, lane: 'normal', payload, notBefore: now }, now);
  }
  const what = { people: [...people], channels: [...channels], unread: [...unread] };
  await enter(tx, house, { kind: 'others.told', who: 'system:submit', requestId: id, what });
}
