import { z } from 'zod';
import { entryName, say } from '../leaves.ts';

const hint = 'Write days such as 2026-12-25, or spans such as 2026-12-24..2027-01-01.';

/** Whether the day is one of the calendar: 31 February is none. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const days = z
  .string({ error: say(hint) })
  .regex(/^\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?$/, { error: hint })
  .transform((text, context) => {
    const [first = '', last = first] = text.split('..');
    if (isDay(first) && isDay(last) && first <= last) return { first, last };
    context.addIssue({ code: 'custom', message: hint });
    return z.NEVER;
  });

export const calendarsShape = z
  // Ten years of holidays of two countries; the bound keeps every look at the clock short.
  .record(entryName('holidays'), z.array(days, { error: say(hint) }).max(500, { error: 'Write at most 500 lines.' }), {
    error: say('Write calendars: { holidays: [2026-12-25] }.'),
  })
  .default({});
