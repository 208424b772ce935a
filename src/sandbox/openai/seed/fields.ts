import { z } from 'zod';

import { isRelativeTime } from '../relative-time.ts';

/** What the parts of a seed are made of. */
export const seedField = {
  id: z.string().min(1),
  time: z.string().refine(isRelativeTime, 'expected a time relative to the start, such as "-12d", "-3h" or "+60d"'),
  cents: z.int().min(0),
} as const;
