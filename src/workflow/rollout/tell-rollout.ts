import { shortRequestId } from '#domain/ids.ts';
import type { RolloutWord } from '#policy/rollout-word.ts';
import type { Writing } from '../ports/store.ts';
import type { Scribe } from '../record.ts';
import { atMost, meantBy } from './word-line.ts';

function sentenceOf(word: RolloutWord): string {
  const { kind, selector, group, mode, by, why, requestId } = word;
  const meant = meantBy(word);
  if (kind === 'open') {
    const as = requestId === null ? '' : `, as approved in ${shortRequestId(requestId)}`;
    return `Opened: ${meant} is ${mode} from now on, where the policy lets it be${as}. ${by.name} asked: ${why}`;
  }
  const whom = group === null ? '' : ` --for ${group}`;
  return `Held back by ${by.name}: ${atMost(word)}. Why: ${why}. Two people open it again: /openai rollout open ${selector} on${whom}`;
}

/** Says in every channel how far things go from now on. */
export async function tellRollout(tx: Writing, scribe: Scribe, word: RolloutWord): Promise<void> {
  const now = scribe.clock.now();
  const { approvals, alerts, audit } = scribe.policy().policy.channels;
  for (const channel of new Set([alerts, approvals, audit])) {
    const payload = { text: sentenceOf(word), channel };
    const key = `rollout:${word.id}:${channel}`;
    await tx.outbox.put({ kind: 'notice', key, lane: 'urgent', payload, notBefore: now }, now);
  }
}
