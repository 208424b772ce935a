import { secondMs } from '#domain/instant.ts';
import type { House } from '../house.ts';
import type { People } from '../ports/people.ts';
import { silentPeople } from '../ports/silent-people.ts';

// A Slack that hangs takes five seconds to say nothing, and whoever is at the desk opens a handful of pages.
const SILENCE_MS = 30 * secondMs;

/** People as the desk asks for them: once Slack did not answer, nobody waits for it again for half a minute. What is carried out asks anew. */
export function rememberSilence({ people, clock }: Pick<House, 'people' | 'clock'>): People {
  const silent = silentPeople(clock);
  let silentUntil = Number.NEGATIVE_INFINITY;
  return {
    ...people,
    async standing(user, maxAgeMs) {
      if (clock.now() < silentUntil) return silent.standing(user, maxAgeMs);
      const said = await people.standing(user, maxAgeMs);
      if (said.kind === 'refused' && said.code === 'slack-unreachable') silentUntil = clock.now() + SILENCE_MS;
      return said;
    },
  };
}
