import { z } from 'zod';
import { entryName, oneOrMore, say, strict, word } from '../leaves.ts';

const hint = 'Name a project, or a pattern such as *-prod.';

export const projectsShape = strict(
  {
    production: z.array(word(hint), { error: 'Write a list of projects.' }).default([]),
    labels: z
      .record(entryName('staging'), oneOrMore(word(hint), hint), { error: say('Write labels: { staging: [*-stg] }.') })
      .default({}),
  },
  'Write { production, labels }.',
).prefault({});
