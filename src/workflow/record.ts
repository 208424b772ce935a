import { deadlineAfter } from '#approvals/deadline.ts';
import { isFinal } from '#approvals/state.ts';
import { type RequestEvent, transition } from '#approvals/transition.ts';
import type { EntryKind } from '#audit/entry.ts';
import type { RequestId } from '#domain/ids.ts';
import { invariant } from '#domain/invariant.ts';
import type { JsonObject } from '#domain/json.ts';
import { scrub } from '#domain/raw-key.ts';
import type { House } from './house.ts';
import { cardKey, dmKey, storyKey } from './ports/messages.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';

/** What a transaction needs from the house to write an entry. */
export type Scribe = Pick<House, 'clock' | 'dice' | 'policy'>;

/** Appends one entry about a request (or about nothing in particular). */
export async function enter(
  tx: Writing,
  scribe: Scribe,
  entry: { kind: EntryKind; who: string; requestId: RequestId | null; what: JsonObject },
): Promise<void> {
  await tx.audit.append({
    at: scribe.clock.now(),
    requestId: entry.requestId,
    body: { v: 1, kind: entry.kind, who: entry.who, what: entry.what },
    salt: scribe.dice.salt(),
  });
}

/** Puts the requester's own message about a request on its way. */
export async function tellRequester(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const now = scribe.clock.now();
  const { id } = record.terms;
  const payload = { requestId: id };
  await tx.outbox.put({ kind: 'requester-dm', key: dmKey(id), lane: 'urgent', payload, notBefore: now }, now);
}

/** Puts the messages that show a request on their way: its card, the requester's DM and, at its end, the story. */
async function announce(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const now = scribe.clock.now();
  const { id } = record.terms;
  const payload = { requestId: id };
  await tx.outbox.put({ kind: 'card', key: cardKey(id), lane: 'urgent', payload, notBefore: now }, now);
  await tellRequester(tx, scribe, record);
  if (isFinal(record.state)) {
    await tx.outbox.put({ kind: 'story', key: storyKey(id), lane: 'normal', payload, notBefore: now }, now);
  }
}

export interface Move {
  readonly event: RequestEvent;
  /** Slack user id, or `system:<what>`. */
  readonly who: string;
  /** One sentence for people; scrubbed once more before it is kept. */
  readonly outcome: string;
  /** The move counts only before the record's present deadline. */
  readonly inTime?: boolean;
  readonly attempt?: number;
}

/**
 * The only way a request changes its state: one conditional update, its entry and its messages in one transaction. Answers the record
 * as it is afterwards, or null when somebody else was first.
 */
export async function moveRequest(
  tx: Writing,
  scribe: Scribe,
  step: { record: PlannedRequest; move: Move },
): Promise<PlannedRequest | null> {
  const { record, move } = step;
  const now = scribe.clock.now();
  const to = transition(record.state, move.event);
  invariant(to !== null, `${move.event} cannot happen to a request that is ${record.state}`);
  const deadline = deadlineAfter({
    from: record.state,
    to,
    now,
    decideBy: record.terms.decideBy,
    collectWithinMs: scribe.policy().policy.collectWithinMs,
    current: record.deadline,
  });
  const outcome = scrub(move.outcome);
  const endedAt = isFinal(to) ? now : null;
  const moved = await tx.requests.move(record.terms.id, {
    from: record.state,
    revision: record.revision,
    to,
    deadline,
    outcome,
    ...(move.inTime === true ? { before: now } : {}),
    ...(endedAt === null ? {} : { endedAt }),
    ...(move.attempt === undefined ? {} : { attempt: move.attempt }),
  });
  if (!moved) return null;
  const after: PlannedRequest = {
    ...record,
    state: to,
    revision: record.revision + 1,
    attempt: move.attempt ?? record.attempt,
    deadline,
    endedAt,
    outcome,
  };
  await enter(tx, scribe, {
    kind: 'request.moved',
    who: move.who,
    requestId: record.terms.id,
    what: { event: move.event, from: record.state, to, revision: after.revision, attempt: after.attempt, outcome },
  });
  // A draft that ends without having been sent was never shown to anybody but its requester, and to them seldom as a message.
  if (record.state !== 'draft' || to === 'pending') await announce(tx, scribe, after);
  else if ((await tx.messages.place(dmKey(record.terms.id))) !== null) await tellRequester(tx, scribe, after);
  return after;
}

/** Thrown to roll back what a transaction already wrote when its move came too late; `orFailed` says so to the person. */
export class LostRace extends Error {
  override readonly name = 'LostRace';
}

/** `moveRequest` where a lost race must undo everything else in the transaction. */
export async function mustMove(
  tx: Writing,
  scribe: Scribe,
  step: { record: PlannedRequest; move: Move },
): Promise<PlannedRequest> {
  const moved = await moveRequest(tx, scribe, step);
  if (moved === null) throw new LostRace(`The request left ${step.record.state} at the same moment`);
  return moved;
}
