import { z } from 'zod';
import { email, entryName, line, say, strict, userIds } from '../leaves.ts';

const person = strict(
  {
    name: line(80, 'Write the person’s name.').describe('How people call them.'),
    slack: userIds.describe('All their Slack accounts: votes count humans.'),
    openai: email
      .optional()
      .describe('Address of their user at OpenAI, by which it is known who gains by a change. Left out: not known.'),
    unit: entryName('payments')
      .optional()
      .describe('Part of the company they work in, for different_unit. Left out: not known, unless a group says it.'),
  },
  'Write { name, slack, openai }.',
);

export const peopleShape = z.record(entryName('bea'), person, {
  error: say('List the people: bea: { name, slack, openai }.'),
});
