import { canChange } from '#approvals/change.ts';
import { isFinal } from '#approvals/state.ts';
import type { Follows } from '#domain/follows.ts';
import { type RequestId, shortRequestId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { moveRequest } from './record.ts';
import { seenBy } from './sight.ts';

interface Changing {
  readonly operationId: string;
  readonly changes?: RequestId;
  readonly requester: Requester;
}

const other = refuse('change.other', {
  what: 'This request was not changed.',
  rule: 'A changed request is for the same operation. Cancel the old one, and ask for the other thing anew.',
});

/** What a draft replaces, if it is the requester's own open request for the same operation; null for one that stands alone. */
export async function changeOf(
  house: House,
  { changes, operationId, requester }: Changing,
): Promise<Follows | Refusal | null> {
  if (changes === undefined) return null;
  const record = await seenBy(house, requester).requests.find(changes);
  if (record === null || record.terms.plan.operation !== operationId) return other;
  const no = canChange({ record, who: requester, now: house.clock.now() });
  return no ?? { as: 'changes', request: changes };
}

/** The request that this one takes the place of, or null. */
export function changedBy({ terms }: PlannedRequest): RequestId | null {
  return terms.follows?.as === 'changes' ? terms.follows.request : null;
}

/** Cancels what a changed request replaces, in the transaction that sends it: there is no moment with both or with neither. */
export async function cancelChanged(house: House, tx: Writing, sent: PlannedRequest): Promise<Refusal | null> {
  const id = changedBy(sent);
  const record = id === null ? null : await tx.requests.find(id);
  if (record === null) return null;
  const { requester } = sent.terms;
  const no = canChange({ record, who: requester, now: house.clock.now() });
  if (no !== null) return no;
  // What has expired is asked for again; there is nothing left to cancel.
  if (isFinal(record.state)) return null;
  const outcome = `${requester.name} changed it: ${shortRequestId(sent.terms.id)} takes its place`;
  const move = { event: 'cancel', who: requester.slackId, outcome } as const;
  await moveRequest(tx, house, { record, move });
  return null;
}
