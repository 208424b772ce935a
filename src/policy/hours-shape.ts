import { z } from 'zod';
import { weekdays, zones } from './calendar.ts';
import { entryName, oneOrMore, say, strict } from './leaves.ts';

const clock = z
  .string({ error: say('Write a time in quotes, such as "09:00".') })
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/, { error: 'Write a time in quotes, from "00:00" to "24:00".' })
  .refine((text) => text <= '24:00', { error: 'Write a time in quotes, from "00:00" to "24:00".' })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const days = oneOrMore(z.enum(weekdays, { error: say(`Write days: ${weekdays.join(', ')}.`) }), 'Name days.');

/** A span of the week: minutes of the day, on the clock of one zone. */
export const hoursShape = strict(
  {
    days: days.default(weekdays.slice(0, 5)).describe('Days of the week. Left out: mon to fri.'),
    from: clock.describe('Beginning, in quotes: "09:00".'),
    to: clock.describe('End, in quotes: "17:00".'),
    zone: z
      .string({ error: say('Write the time zone, such as Europe/Berlin.') })
      .refine((zone) => zones.has(zone), {
        error: 'Write a time zone of the IANA list, such as Europe/Berlin or UTC.',
      })
      .describe('On whose clock: Europe/Berlin.'),
    except: oneOrMore(entryName('holidays'), 'Name calendars of the section calendars.')
      .default([])
      .describe('Calendars whose days do not count. Left out: none.'),
  },
  'Write { days, from, to, zone, except }.',
).refine(({ from, to }) => from < to, { error: '“to” has to be after “from”; write two rules for a night.' });
