import { z } from 'zod';
import { say } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const firstTimeCondition = defineWhen({
  id: 'first-time',
  key: 'first_time',
  about: 'Whoever asks has never had this operation carried out, or with `false` has.',
  example: 'true',
  shape: z.boolean({ error: say('Write true or false.') }),
  look: (wanted, { facts: { history, operation } }) => {
    const asks = wanted
      ? `asks for somebody’s first ${operation.id}`
      : `asks for somebody who has had ${operation.id} before`;
    if (history === null) return { answer: 'unknown', sentence: `${asks}, and what was asked before is not known` };
    return yesOrNo(history.isFirst === wanted, `${asks}, which this ${history.isFirst === wanted ? 'is' : 'is not'}`);
  },
});
