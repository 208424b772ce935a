import { isWithin, sayHours } from '../calendar.ts';
import { hoursShape } from '../hours-shape.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const hoursCondition = defineWhen({
  id: 'hours',
  key: 'hours',
  about: 'It is one of these hours, on the clock of that zone and outside the named holidays.',
  example: '{ from: "09:00", to: "17:00", zone: Europe/Berlin, except: [holidays] }',
  shape: hoursShape,
  look: (wanted, { policy, facts: { now } }) =>
    yesOrNo(isWithin(wanted, policy.calendars, now), `is for ${sayHours(wanted)}`),
});
