import { isWithin, sayHours } from '../calendar.ts';
import { hoursShape } from '../hours-shape.ts';
import { defineWhen, yesOrNo } from './condition.ts';

/** It is one of these hours, on the clock of that zone and outside the named holidays. */
export const hoursCondition = defineWhen({
  id: 'hours',
  key: 'hours',
  shape: hoursShape,
  look: (wanted, { policy, facts: { now } }) =>
    yesOrNo(isWithin(wanted, policy.calendars, now), `is for ${sayHours(wanted)}`),
});
