import { z } from 'zod';
import { say, strict } from '../leaves.ts';
import { liveModes } from '../policy.ts';
import { operations, requesters } from './rules.ts';

const mode = z.enum(liveModes, { error: say('Write off, plan-only or on.') });

const liveRule = strict(
  { operations, requesters: requesters.default('everyone'), mode },
  'Write { operations, mode }.',
);

export const liveShape = z
  .union(
    [
      mode.transform((all) => ({ default: all, rules: [] as z.output<typeof liveRule>[] })),
      strict(
        { default: mode, rules: z.array(liveRule, { error: 'Write a list of { operations, mode }.' }).default([]) },
        'Write { default, rules }.',
      ),
    ],
    { error: say('Write off, plan-only or on; or { default, rules }.') },
  )
  .prefault('plan-only');
