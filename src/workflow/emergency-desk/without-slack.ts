import type { House } from '../house.ts';
import type { People } from '../ports/people.ts';

/** Slack as it is while it does not answer. */
export const silentPeople = (now: () => number): People => {
  const why = 'Slack does not answer';
  return {
    standing: () => Promise.resolve({ kind: 'refused', code: 'slack-unreachable', at: now() }),
    zone: () => Promise.resolve(null),
    userGroup: () => Promise.resolve({ known: false, why }),
    roster: () => Promise.resolve({ known: false, why }),
  };
};

/** The house for somebody for whom Slack did not answer a moment ago: it is not asked again for each of their requests. */
export const withoutSlack = (house: House): House => ({ ...house, people: silentPeople(() => house.clock.now()) });
