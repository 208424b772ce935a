import { z } from 'zod';
import { personId } from '#domain/ids.ts';
import { line, oneOrMore, say, strict } from '../leaves.ts';
import { deskOperations, type EmergencyDesk } from '../powers-alone.ts';

const sayOperations = `Name what can be stopped at the desk: ${deskOperations.join(', ')}.`;
const sayMost = 'Write how many things of one person may wait for their review, from 1 to 20.';

export const desk = strict(
  {
    people: oneOrMore(line(100, 'Name a person of people.'), 'Name at least one person of people.').describe(
      'Who may, by name; never a group.',
    ),
    operations: oneOrMore(z.literal(deskOperations, { error: say(sayOperations) }), sayOperations).describe(
      'What they may stop there; nothing else can stand here.',
    ),
    // A leak is rarely one key; more than a handful in a row should have had somebody else look by then.
    unreviewed: z
      .int({ error: say(sayMost) })
      .min(1, { error: sayMost })
      .max(20, { error: sayMost })
      .default(5)
      .describe(
        'So many things of one person may wait for their review before they stop the next, 1 to 20. Left out: 5.',
      ),
  },
  'Write { people, operations, unreviewed }.',
).optional();

export function buildDesk(document: z.output<typeof desk>): EmergencyDesk | null {
  if (document === undefined) return null;
  const { people, operations, unreviewed } = document;
  return { people: people.map((name) => personId(name)), operations, mostUnreviewed: unreviewed };
}
