import { z } from 'zod';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { safeguardKeys } from './safeguards.ts';
import { whenShape } from './when.ts';
import { line, oneOrMore, say, span, strict, word } from '../leaves.ts';
import { consentShape } from './consent.ts';

export const operations = oneOrMore(
  word('Name operations: an id such as keys.issue, a family such as keys.*, or one of reads, changes and *.'),
  'Name operations: an id such as keys.issue, a family such as keys.*, or one of reads, changes and *.',
);

export const requesters = oneOrMore(
  word('Name a person or a group.'),
  'Write everyone, or a list of people and groups.',
).transform((names): 'everyone' | readonly string[] =>
  names.length === 1 && names[0] === 'everyone' ? 'everyone' : names,
);

const bounds = strict(
  {
    lifetime_max: span({
      minMs: minuteMs,
      maxMs: 3660 * dayMs,
      sentence: 'Write the longest lifetime with its unit, such as 30d or 12h.',
    })
      .optional()
      .describe('What is handed out ends within this; what states no end is outside it.'),
    scopes: oneOrMore(word('Name a scope of a key.'), 'List the scopes a key may have.')
      .optional()
      .describe('A key may do only these; one without scopes may do everything, and is outside.'),
  },
  'Write { lifetime_max, scopes }.',
).default({});

const rule = strict(
  {
    name: line(80, 'Give the rule a name: refusals quote it.').describe(
      'Quoted by refusals and entries; each rule has its own.',
    ),
    operations: operations.describe("keys.issue, a family such as keys.*, reads, changes or '*'."),
    requesters: requesters.describe('everyone (every full member of the workspace), or people and groups.'),
    projects: oneOrMore(word('Name a project, or a pattern such as *-dev.'), 'Write production, or a list of projects.')
      .optional()
      .describe('production, or names, ids and patterns. Left out: any project, and what has none.'),
    when: whenShape.describe('What else has to be so: all of it, or the rule does not fit.'),
    bounds: bounds.describe('What may be asked for; outside it the next rule is tried.'),
    deny: z
      .literal(true, { error: 'Write deny: true, or leave the line out.' })
      .optional()
      .describe('It refuses instead, whatever other rules say.'),
    standing: z
      .literal(true, { error: 'Write standing: true, or leave the line out.' })
      .optional()
      .describe('Nobody asks under it: it says what a standing order may cover.'),
    why: line(300, 'Say in one sentence why this is refused.')
      .optional()
      .describe('With deny: what whoever is refused reads.'),
    ...consentShape,
    ...safeguardKeys,
  },
  'Write a rule: { name, operations, requesters, … }.',
);

export const rulesShape = z
  .array(rule, { error: say('Write a list of rules; without one nobody may do anything.') })
  .min(1, { error: 'Write at least one rule; without one nobody may do anything.' });
