import type { Clock } from './clock.ts';
import type { People } from './people.ts';

/** Slack as it is while it does not answer. */
export function silentPeople(clock: Clock): People {
  const why = 'Slack does not answer';
  return {
    standing: () => Promise.resolve({ kind: 'refused', code: 'slack-unreachable', at: clock.now() }),
    zone: () => Promise.resolve(null),
    userGroup: () => Promise.resolve({ known: false, why }),
    roster: () => Promise.resolve({ known: false, why }),
  };
}
