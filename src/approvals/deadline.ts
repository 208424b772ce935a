import { hourMs, type Instant, minuteMs } from '#domain/instant.ts';
import { unreachable } from '#domain/invariant.ts';
import type { Policy } from '#policy/policy.ts';
import { heardBy } from '#policy/working-time.ts';
import type { AskedRequirement, RequestRecord } from './request.ts';
import type { RequestState } from './state.ts';

/** No wait for people or by people lasts longer: what was true when it was asked is hardly true three days later. */
export const longestWaitMs = 72 * hourMs;
// Shorter than this nobody can react, however the policy was built.
const shortestWaitMs = 5 * minuteMs;
/** A preview that nobody sends: long enough to read it and ask a colleague, short enough that its reads are still news. */
export const draftLifeMs = 30 * minuteMs;
/** Nobody watches a window for longer; what takes more than this arrives as a message too. */
export const longWorkMs = 2 * minuteMs;

/** A move to another state, and what its deadline depends on. */
export interface Move {
  /** Null for a request that is made now. */
  readonly from: RequestState | null;
  readonly to: RequestState;
  readonly now: Instant;
  /** As `decideUntil` says. */
  readonly decideBy: Instant;
  readonly collectWithinMs: number;
  /** Deadline of the state that is left. */
  readonly current: Instant | null;
  /** Until when nothing may be sent, known once the quorum is met. */
  readonly readyAt: Instant | null;
}

/**
 * Until when approvals count for a request that is made now: counted in the hours in which the groups that are asked work, where the
 * policy says these, but never beyond the longest wait. Nobody's hours make it shorter than on the clock.
 */
export function decideBy(
  now: Instant,
  decideWithinMs: number,
  asked: { readonly policy: Policy; readonly requirements: readonly AskedRequirement[] } | null = null,
): Instant {
  const spanMs = bounded(decideWithinMs);
  if (asked === null) return now + spanMs;
  return heardBy(asked.policy, asked.requirements, { from: now, spanMs, until: now + longestWaitMs });
}

// A requester sits in a meeting or has gone home: within a working day the question is answered, or nobody needs the thing that much.
const longestPauseMs = 8 * hourMs;

/** For how long the clock of a request that is made now may stand still in all, so that it still ends within the longest wait. */
export function pauseFor(now: Instant, decideBy: Instant): number {
  return Math.max(0, Math.min(longestPauseMs, now + longestWaitMs - decideBy));
}

/** Until when approvals count: what stands under the digest, and what a question has added to it within what stands under the digest. */
export function decideUntil({
  terms,
  pausedMs,
}: {
  readonly terms: Pick<RequestRecord<unknown>['terms'], 'decideBy' | 'pauseMs'>;
  readonly pausedMs: number;
}): Instant {
  return terms.decideBy + Math.min(pausedMs, terms.pauseMs ?? 0);
}

/**
 * When the state that begins now ends by itself; null for one that does not. An approval's end is fixed when it is given: waiting,
 * trying and collecting again never extend it. `executing` and `unknown` keep it only to hand it back; they never expire.
 */
export function deadlineAfter(move: Move): Instant | null {
  // Counted from when it may be used: a veto window does not eat up the time to collect.
  const approvalEnds = Math.max(move.now, move.readyAt ?? move.now) + bounded(move.collectWithinMs);
  switch (move.to) {
    case 'draft':
      return move.now + draftLifeMs;
    case 'pending':
      return move.decideBy;
    case 'approved':
      return move.from === 'executing' ? (move.current ?? approvalEnds) : approvalEnds;
    case 'waiting':
    case 'executing':
    case 'unknown':
      return move.current ?? approvalEnds;
    case 'needs_human':
    case 'succeeded':
    case 'simulated':
    case 'partial':
    case 'failed':
    case 'stale':
    case 'denied':
    case 'cancelled':
    case 'expired':
      return null;
  }
  return unreachable(move.to);
}

/** The last moment of a wait is outside it, so that a click and the clock at the same millisecond have one answer. */
export function isOver(deadline: Instant | null, now: Instant): boolean {
  return deadline !== null && now >= deadline;
}

function bounded(spanMs: number): number {
  return Math.min(longestWaitMs, Math.max(shortestWaitMs, spanMs));
}
