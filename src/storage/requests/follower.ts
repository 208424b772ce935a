import type { Follower, PlannedRequest } from '#workflow/ports/requests.ts';

/** A request as the one before it shows it. */
export function followerOf({ terms, state }: PlannedRequest): Follower {
  return { id: terms.id, as: terms.follows?.as ?? 'undoes', state };
}
