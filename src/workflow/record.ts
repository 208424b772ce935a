import { deadlineAfter, decideUntil } from '#approvals/deadline.ts';
import { isFinal } from '#approvals/state.ts';
import { warrantEnds } from '#approvals/warrant.ts';
import { type RequestEvent, transition } from '#approvals/transition.ts';
import type { EntryKind } from '#audit/entry.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { JsonObject } from '#domain/json.ts';
import { scrub } from '#domain/raw-key.ts';
import type { House } from './house.ts';
import { announceConfidentially } from './confidential/announce.ts';
import { cardKey, dmKey, later, storyKey } from './ports/messages.ts';
import type { OutboxItem } from './ports/outbox.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { replaceableUntil } from './replace-window.ts';

/** What a transaction needs from the house to write an entry. */
export type Scribe = Pick<House, 'clock' | 'dice' | 'policy'>;

/** Appends one entry about a request (or about nothing in particular). */
export async function enter(
  tx: Writing,
  scribe: Pick<Scribe, 'clock' | 'dice'>,
  entry: { kind: EntryKind; who: string; requestId: RequestId | null; what: JsonObject },
): Promise<void> {
  await tx.audit.append({
    at: scribe.clock.now(),
    requestId: entry.requestId,
    body: { v: 1, kind: entry.kind, who: entry.who, what: entry.what },
    salt: scribe.dice.salt(),
  });
}

type Living = Pick<OutboxItem, 'kind' | 'key'>;

const cardOf = (id: RequestId): Living => ({ kind: 'card', key: cardKey(id) });
const dmOf = (id: RequestId): Living => ({ kind: 'requester-dm', key: dmKey(id) });

async function redraw(
  tx: Writing,
  scribe: Scribe,
  { what, of, at }: { what: readonly Living[]; of: RequestId; at?: Instant },
): Promise<void> {
  const now = scribe.clock.now();
  const when = { lane: 'urgent', payload: { requestId: of }, notBefore: at ?? now } as const;
  for (const { kind, key } of what)
    await tx.outbox.put({ kind, key: at === undefined ? key : later(key), ...when }, now);
}

/** Puts the requester's own message about a request on its way. */
export function tellRequester(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const { id } = record.terms;
  return redraw(tx, scribe, { what: [dmOf(id)], of: id });
}

/** Puts the messages of a request that waits on their way once more, because something beside it changed. */
export async function showAnew(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const { id } = record.terms;
  await redraw(tx, scribe, { what: [cardOf(id), dmOf(id)], of: id });
  await announceConfidentially(tx, scribe, record);
}

/** What its messages offer goes with its time, and what follows a request shows on it. */
async function announceBeside(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const { id, follows } = record.terms;
  const until = replaceableUntil(record);
  if (until !== null) await redraw(tx, scribe, { what: [cardOf(id), dmOf(id)], of: id, at: until });
  if (follows === null) return;
  const { request } = follows;
  await redraw(tx, scribe, { what: [cardOf(request), dmOf(request)], of: request });
}

/** Puts the messages that show a request on their way: its card, the requester's DM and, at its end, the story. */
async function announce(tx: Writing, scribe: Scribe, record: PlannedRequest): Promise<void> {
  const { id } = record.terms;
  await redraw(tx, scribe, { what: [cardOf(id), dmOf(id)], of: id });
  if (isFinal(record.state)) await redraw(tx, scribe, { what: [{ kind: 'story', key: storyKey(id) }], of: id });
  if (isFinal(record.state) || record.state === 'pending') await announceBeside(tx, scribe, record);
  await announceConfidentially(tx, scribe, record);
}

/** An emergency ends earlier than an approval would. */
function notAfter(ends: Instant | null, move: Parameters<typeof deadlineAfter>[0]): Instant | null {
  const deadline = deadlineAfter(move);
  return ends === null || deadline === null ? deadline : Math.min(ends, deadline);
}

export interface Move {
  readonly event: RequestEvent;
  /** Slack user id, or `system:<what>`. */
  readonly who: string;
  /** One sentence for people; scrubbed once more before it is kept. */
  readonly outcome: string;
  /** The move counts only before the record's present deadline. */
  readonly inTime?: boolean;
  /** The move counts only when nothing holds the request any more. */
  readonly whenReady?: boolean;
  /** Until when nothing is sent from now on; left out, it stays, and ends with the approval. */
  readonly readyAt?: Instant | null;
  readonly attempt?: number;
  /** By how much a question moves the end of deciding from now on. */
  readonly pausedMs?: number;
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
  const readyAt = move.readyAt === undefined && to !== 'pending' ? record.readyAt : (move.readyAt ?? null);
  const pausedMs = move.pausedMs ?? record.pausedMs;
  const deadline = notAfter(warrantEnds(record.terms), {
    from: record.state,
    to,
    now,
    decideBy: decideUntil({ ...record, pausedMs }),
    collectWithinMs: scribe.policy().policy.collectWithinMs,
    current: record.deadline,
    readyAt,
  });
  const outcome = scrub(move.outcome);
  const endedAt = isFinal(to) ? now : null;
  const moved = await tx.requests.move(record.terms.id, {
    from: record.state,
    revision: record.revision,
    to,
    deadline,
    readyAt,
    outcome,
    ...(move.inTime === true ? { before: now } : {}),
    ...(move.whenReady === true ? { readyBy: now } : {}),
    ...(endedAt === null ? {} : { endedAt }),
    ...(move.attempt === undefined ? {} : { attempt: move.attempt }),
    ...(move.pausedMs === undefined ? {} : { pausedMs }),
  });
  if (!moved) return null;
  const after: PlannedRequest = {
    ...record,
    state: to,
    revision: record.revision + 1,
    attempt: move.attempt ?? record.attempt,
    pausedMs,
    deadline,
    readyAt,
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
