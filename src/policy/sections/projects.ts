import { z } from 'zod';
import { entryName, oneOrMore, say, strict, word } from '../leaves.ts';

const hint = 'Name a project, or a pattern such as *-prod.';

export const projectsShape = strict(
  {
    production: z
      .array(word(hint), { error: 'Write a list of projects.' })
      .default([])
      .describe(
        'Names, ids or patterns of the projects in which a slip is expensive; it is also the label production.',
      ),
    labels: z
      .record(entryName('staging'), oneOrMore(word(hint), hint), { error: say('Write labels: { staging: [*-stg] }.') })
      .default({})
      .describe('More labels, each with its names, ids or patterns: { staging: [*-stg] }.'),
  },
  'Write { production, labels }.',
).prefault({});
