import type { RequestState } from './state.ts';

/** Everything that can happen to a request. */
export type RequestEvent = (typeof transitions)[number]['event'];

/**
 * The whole life of a request as a table: what is not here cannot happen. Each row is carried out as one conditional UPDATE, so two
 * events at the same instant have exactly one winner.
 */
export const transitions = [
  { event: 'submit', from: ['draft'], to: 'pending' },
  { event: 'approve-counted', from: ['pending'], to: 'pending' },
  // A question stops the clock of deciding, its answer starts it again; the request stays what and where it is.
  { event: 'ask', from: ['pending'], to: 'pending' },
  { event: 'answer', from: ['pending'], to: 'pending' },
  { event: 'approve-met', from: ['pending'], to: 'approved' },
  { event: 'deny', from: ['pending', 'approved', 'waiting'], to: 'denied' },
  { event: 'cancel', from: ['draft', 'pending', 'approved', 'waiting'], to: 'cancelled' },
  { event: 'expire', from: ['draft', 'pending', 'approved', 'waiting'], to: 'expired' },
  // Guards are compared when a draft is sent and again before the claim; while people decide nothing is read.
  { event: 'go-stale', from: ['draft', 'approved', 'waiting'], to: 'stale' },
  // A counted approver no longer qualifies, so the quorum is open again.
  { event: 'lapse', from: ['approved', 'waiting'], to: 'pending' },
  // For its requester to collect, or for an hour: a veto window, or one that was asked for. Again where today's policy asks for longer.
  { event: 'wait', from: ['approved', 'waiting'], to: 'waiting' },
  // An approver takes an approval back at once: nothing was sent, and they are not counted.
  { event: 'take-back', from: ['pending', 'approved', 'waiting'], to: 'pending' },
  { event: 'simulate', from: ['approved', 'waiting'], to: 'simulated' },
  // The claim's checks refuse for good, before any byte was sent.
  { event: 'give-up', from: ['approved'], to: 'failed' },
  { event: 'claim', from: ['approved', 'waiting'], to: 'executing' },
  { event: 'settle-applied', from: ['executing'], to: 'succeeded' },
  { event: 'settle-not-applied', from: ['executing'], to: 'failed' },
  { event: 'settle-partial', from: ['executing'], to: 'partial' },
  { event: 'settle-unknown', from: ['executing'], to: 'unknown' },
  // Only when provably no byte left: the same approval may start the same steps again.
  { event: 'not-sent', from: ['executing'], to: 'approved' },
  // The secret could not be handed over and what was made is gone again: the requester may press once more.
  { event: 'collect-again', from: ['executing', 'unknown'], to: 'waiting' },
  { event: 'reconcile-applied', from: ['unknown'], to: 'succeeded' },
  { event: 'reconcile-not-applied', from: ['unknown'], to: 'failed' },
  { event: 'reconcile-partial', from: ['unknown'], to: 'partial' },
  { event: 'ask-human', from: ['unknown'], to: 'needs_human' },
  { event: 'resolve-applied', from: ['needs_human'], to: 'succeeded' },
  { event: 'resolve-not-applied', from: ['needs_human'], to: 'failed' },
] as const satisfies readonly {
  readonly event: string;
  readonly from: readonly RequestState[];
  readonly to: RequestState;
}[];

/** Where this event takes a request that stands in this state; null if it cannot happen there. */
export function transition(state: RequestState, event: RequestEvent): RequestState | null {
  const row = transitions.find((one) => one.event === event && one.from.some((from) => from === state));
  return row?.to ?? null;
}

/** What can happen to a request in this state; nothing once it has ended. */
export function eventsFrom(state: RequestState): readonly RequestEvent[] {
  return transitions.filter((one) => one.from.some((from) => from === state)).map(({ event }) => event);
}

/** States from which this event is possible, for a query that looks for candidates. */
export function statesBefore(event: RequestEvent): readonly RequestState[] {
  return transitions.flatMap((one) => (one.event === event ? one.from : []));
}
