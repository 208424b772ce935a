import { z } from 'zod';
import { count } from '#domain/instant.ts';
import { say, strict } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { over: 1 }.';

export const severalCondition = defineWhen({
  id: 'several',
  key: 'several',
  about: 'It changes more than so many things at once.',
  example: '{ over: 5 }',
  shape: strict(
    {
      over: z
        .int({ error: say(hint) })
        .min(1, { error: hint })
        .max(50, { error: hint })
        .describe('More than this.'),
    },
    hint,
  ),
  look: ({ over }, { facts: { steps } }) =>
    yesOrNo(steps > over, `asks for more than ${count(over, 'change')} at once, and this makes ${steps}`),
});
