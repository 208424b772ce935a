import { z } from 'zod';
import { say, strict } from '../leaves.ts';
import { liveModes } from '../policy.ts';
import { operations, requesters } from './rules.ts';

const mode = z.enum(liveModes, { error: say('Write off, plan-only or on.') });

const liveRule = strict(
  {
    operations: operations.describe('As in a rule.'),
    requesters: requesters.default('everyone').describe('As in a rule. Left out: everyone.'),
    mode: mode.describe('How far these go for these people.'),
  },
  'Write { operations, mode }.',
);

export const liveShape = z
  .union(
    [
      mode.transform((all) => ({ default: all, rules: [] as z.output<typeof liveRule>[] })),
      strict(
        {
          default: mode.describe('How far everything else goes.'),
          rules: z
            .array(liveRule, { error: 'Write a list of { operations, mode }.' })
            .default([])
            .describe('The first line that fits decides.'),
        },
        'Write { default, rules }.',
      ),
    ],
    { error: say('Write off, plan-only or on; or { default, rules }.') },
  )
  .prefault('plan-only');
