import type { RequestState } from '#approvals/state.ts';
import type { House } from './house.ts';
import { moveRequest } from './record.ts';

const outcomes: Readonly<Partial<Record<RequestState, string>>> = {
  draft: 'Never sent.',
  pending: 'Nobody decided in time. Nothing was sent.',
  approved: 'It could not be carried out in time. Nothing was sent.',
  waiting: 'It was not collected in time. Nothing was made.',
};

// One transaction each, so that a long list never blocks a click; what is left is taken in the next round.
const MOST_A_ROUND = 100;

/** Ends every request whose time is up. Each is one conditional update, so a decision at the same moment has one winner. */
export async function expireRequests(house: House): Promise<number> {
  const states: RequestState[] = ['draft', 'pending', 'approved', 'waiting'];
  const due = await house.store.read.requests.list({ states, dueBy: house.clock.now(), limit: MOST_A_ROUND });
  for (const record of due) {
    await house.store.transact((tx) =>
      moveRequest(tx, house, {
        record,
        move: { event: 'expire', who: 'system:expire', outcome: outcomes[record.state] ?? '' },
      }),
    );
  }
  if (due.length > 0) house.nudge();
  return due.length;
}
