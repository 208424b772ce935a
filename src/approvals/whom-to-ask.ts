import type { PersonId } from '#domain/ids.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';

/** Somebody who could still decide, and what is known of asking them. */
export interface Askable {
  readonly person: PersonId;
  /** How often they were reminded of this request. */
  readonly reminded: number;
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

/** How long after a round the next one is: half an hour, doubled each time; null when there is none. */
export function waitAfter(round: number): number | null {
  return round >= mostRounds ? null : firstWaitMs * 2 ** round;
}

/**
 * The fewest people who suffice, of those that can be hoped for: whoever was asked already and has not looked, then whoever was asked for
 * the fewest others. Nobody where enough know of it.
 */
export function whomToAsk(people: readonly Askable[], needed: number): readonly PersonId[] {
  const aware = people.filter(({ hasLooked }) => hasLooked).length;
  const open = people
    .filter(({ hasLooked, reminded }) => !hasLooked && reminded < givenUpAfter)
    .toSorted(
      (one, other) =>
        other.reminded - one.reminded || one.recently - other.recently || (one.person < other.person ? -1 : 1),
    );
  return open.slice(0, Math.max(0, needed - aware)).map(({ person }) => person);
}

/** Until when a round that falls into nobody's hours is put off. */
export const askLaterAt = (now: Instant): Instant => now + 15 * minuteMs;
