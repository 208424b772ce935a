import { z } from 'zod';
import { say } from '../leaves.ts';
import { isProtected } from '../protected.ts';
import { defineWhen, yesOrNo } from './condition.ts';

/** What is acted on stands in the policy's list of protected things. */
export const protectedCondition = defineWhen({
  id: 'protected',
  key: 'protected',
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
