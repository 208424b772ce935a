import { reminderKey } from '../ports/messages.ts';
import type { Mention } from '../ports/desk.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Writing } from '../ports/store.ts';
import type { House } from '../house.ts';
import type { Candidate } from './pool.ts';

interface Spoken {
  readonly record: PlannedRequest;
  readonly people: readonly Candidate[];
  readonly kind: Exclude<Mention['kind'], 'asked'>;
}

function write(tx: Writing, house: House, { requestId, person, number, slackId, kind }: Omit<Mention, 'at'>) {
  const now = house.clock.now();
  const key = reminderKey(requestId, { person, number });
  const payload = { requestId, channel: slackId, because: kind };
  return tx.outbox.put({ kind: 'reminder', key, lane: 'normal', payload, notBefore: now }, now);
}

/** Notes that these people are spoken to, and puts one message each on its way. Whoever was told of this time already is not told again. */
export async function mentionAlone(tx: Writing, house: House, { record, people, kind }: Spoken): Promise<void> {
  const { id: requestId } = record.terms;
  for (const { person, slackId, times } of people) {
    const mention = { requestId, person, slackId, number: times + 1, kind, at: house.clock.now() };
    if (await tx.desk.mention(mention)) await write(tx, house, mention);
  }
}

/** Draws these messages anew, because what they ask for no longer waits. */
export async function settleMentions(tx: Writing, house: House, mentions: readonly Mention[]): Promise<void> {
  for (const mention of mentions) if (mention.kind !== 'asked') await write(tx, house, mention);
}
