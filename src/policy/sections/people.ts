import { z } from 'zod';
import { email, entryName, line, say, strict, userIds } from '../leaves.ts';

const person = strict(
  {
    name: line(80, 'Write the person’s name.'),
    slack: userIds,
    openai: email.optional(),
    unit: entryName('payments').optional(),
  },
  'Write { name, slack, openai }.',
);

export const peopleShape = z.record(entryName('bea'), person, {
  error: say('List the people: bea: { name, slack, openai }.'),
});
