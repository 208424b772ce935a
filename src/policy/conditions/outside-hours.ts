import { isWithin, sayHours } from '../calendar.ts';
import { hoursShape } from '../hours-shape.ts';
import { defineWhen, yesOrNo } from './condition.ts';

/** It is none of these hours. */
export const outsideHoursCondition = defineWhen({
  id: 'outside-hours',
  key: 'outside_hours',
  shape: hoursShape,
  look: (wanted, { policy, facts: { now } }) =>
    yesOrNo(!isWithin(wanted, policy.calendars, now), `is for any time but ${sayHours(wanted)}`),
});
