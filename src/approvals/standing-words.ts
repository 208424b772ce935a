import type { RequestState } from './state.ts';

/** How a request stands, as a whole sentence for somebody who came too early or too late. */
export const standingWords: Readonly<Record<RequestState, string>> = {
  draft: 'This has not been sent yet.',
  pending: 'This waits for approval.',
  approved: 'This is approved and about to start.',
  waiting: 'This is approved and waits for its hour or its requester.',
  executing: 'This is being carried out right now.',
  unknown: 'This was sent, and what came of it is being found out.',
  needs_human: 'This was sent, and two people have to find out what came of it.',
  succeeded: 'This is done already.',
  simulated: 'This was approved under plan-only; nothing was sent.',
  partial: 'This was carried out in part and has ended.',
  failed: 'This failed and has ended.',
  stale: 'This has ended, because what it was planned on has changed.',
  denied: 'This was denied.',
  cancelled: 'This was cancelled.',
  expired: 'This has expired.',
};
