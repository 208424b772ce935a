import { isWithin, sayHours } from '../calendar.ts';
import { hoursShape } from '../hours-shape.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const outsideHoursCondition = defineWhen({
  id: 'outside-hours',
  key: 'outside_hours',
  about: 'It is none of these hours.',
  example: '{ from: "09:00", to: "17:00", zone: Europe/Berlin }',
  shape: hoursShape,
  look: (wanted, { policy, facts: { now } }) =>
    yesOrNo(!isWithin(wanted, policy.calendars, now), `is for any time but ${sayHours(wanted)}`),
});
