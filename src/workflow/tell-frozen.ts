import type { Freeze } from '#approvals/freeze.ts';
import { freezeName, frozenWhat } from '#domain/freeze-scope.ts';
import { openStates } from './open-states.ts';
import { cardKey } from './ports/messages.ts';
import type { Writing } from './ports/store.ts';
import type { Scribe } from './record.ts';

// A card beyond these shows the freeze when it next changes; the notice in the channel says it at once.
const MOST_CARDS = 100;

function sentenceOf({ freeze, event }: { freeze: Freeze; event: 'begun' | 'ended' }): string {
  const { id, scope, by, why } = freeze;
  if (event === 'ended')
    return `Thawed: ${frozenWhat(scope)} (${freezeName(id)}). What was approved is carried out again.`;
  return `Frozen by ${by.name}: ${frozenWhat(scope)}. Why: ${why}. Nothing of it is carried out until two people thaw it: /openai thaw ${freezeName(id)}`;
}

/** Says loudly that something was frozen or thawed, and redraws the cards of open requests. */
export async function tellFrozen(
  tx: Writing,
  scribe: Scribe,
  change: { readonly freeze: Freeze; readonly event: 'begun' | 'ended' },
): Promise<void> {
  const now = scribe.clock.now();
  const { approvals, alerts } = scribe.policy().policy.channels;
  const text = sentenceOf(change);
  for (const channel of new Set([alerts, approvals])) {
    const key = `freeze:${change.freeze.id}:${change.event}:${channel}`;
    await tx.outbox.put({ kind: 'notice', key, lane: 'urgent', payload: { text, channel }, notBefore: now }, now);
  }
  const open = await tx.requests.list({ states: openStates, limit: MOST_CARDS });
  for (const { terms } of open) {
    const payload = { requestId: terms.id };
    await tx.outbox.put({ kind: 'card', key: cardKey(terms.id), lane: 'normal', payload, notBefore: now }, now);
  }
}
