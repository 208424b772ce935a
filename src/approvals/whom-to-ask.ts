import type { PersonId } from '#domain/ids.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';

/** Somebody who could still decide, and what is known of asking them. */
export interface Askable {
  readonly person: PersonId;
  /** How often they were spoken to about this request in any way, its card included. */
  readonly times: number;
  /** How often in a message to them alone. */
  readonly reminded: number;
  /** When they were spoken to about it last; 0 where they never were. */
  readonly lastAt: Instant;
  /** They have had it open: whoever knows of it is not reminded any more. */
  readonly hasLooked: boolean;
  /** How often they were reminded of anything within a week. */
  readonly recently: number;
}

// Who did not look after two reminders is away; somebody else is asked instead of them.
const givenUpAfter = 2;
// The fifth reminder of one request would tell nobody anything.
const mostRounds = 4;
const firstWaitMs = 30 * minuteMs;
/** A requester may hurry the others so often: a nudge more often than this is a reason to mute the bot. */
export const nudgeEveryMs = 30 * minuteMs;

/** How long after a round the next one is: half an hour, doubled each time; null when there is none. */
export function waitAfter(round: number): number | null {
  return round >= mostRounds ? null : firstWaitMs * 2 ** round;
}

const leastBothered = (one: Askable, other: Askable): number =>
  one.recently - other.recently || (one.person < other.person ? -1 : 1);

/** Who can be hoped for, in the order in which to ask: whoever was asked already and has not looked, then whoever was asked for the fewest others. */
export function askingOrder<One extends Askable>(people: readonly One[]): readonly One[] {
  return people
    .filter((one) => !one.hasLooked && !isAway(one))
    .toSorted((one, other) => other.times - one.times || leastBothered(one, other));
}

const isAway = ({ hasLooked, reminded }: Askable): boolean => !hasLooked && reminded >= givenUpAfter;

/** Whom a requester's nudge is for: whoever was spoken to last, because it is theirs now; those who seem to be away only where nobody else is left. */
export function nudgingOrder<One extends Askable>(people: readonly One[]): readonly One[] {
  return people.toSorted(
    (one, other) =>
      Number(isAway(one)) - Number(isAway(other)) || other.lastAt - one.lastAt || leastBothered(one, other),
  );
}

/** Until when a round that falls into nobody's hours is put off. */
export const askLaterAt = (now: Instant): Instant => now + 15 * minuteMs;
