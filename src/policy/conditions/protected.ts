import { z } from 'zod';
import { say } from '../leaves.ts';
import { isProtected } from '../protected.ts';
import { defineWhen, yesOrNo } from './condition.ts';

export const protectedCondition = defineWhen({
  id: 'protected',
  key: 'protected',
  about: 'What is acted on stands in `protected`, or with `false` does not.',
  example: 'true',
  shape: z.boolean({ error: say('Write true or false.') }),
  look: (wanted, { policy, facts: { target } }) => {
    const is = isProtected(policy, target);
    const name = target === null ? 'this' : target.name;
    return yesOrNo(
      is === wanted,
      `is for what is ${wanted ? '' : 'not '}protected, and ${name} ${is ? 'is' : 'is not'}`,
    );
  },
});
