import type { z } from 'zod';
import { dayMs, hourMs } from '#domain/instant.ts';
import type { Confidential } from '../secrecy.ts';
import { line, oneOrMore, span, strict } from '../leaves.ts';

/** Nothing here has a default: who may keep what from everybody else is written out, or nobody may. */
export const confidential = strict(
  {
    operations: oneOrMore(line(100, 'Name an operation.'), 'Name the operations, such as users.remove.').describe(
      'What may be asked confidentially; never what changes the rules themselves.',
    ),
    requesters: oneOrMore(line(100, 'Name a group or a person.'), 'Name the groups or people who may ask.').describe(
      'Groups or people who may ask so.',
    ),
    approvers: oneOrMore(
      line(100, 'Name a group.'),
      'Name the groups that decide instead of those of the rule.',
    ).describe('Groups that decide instead of those of the rule, as many people as it asks for.'),
    delay: span({
      minMs: hourMs,
      // What nobody hears of for longer than a month, nobody reviews any more.
      maxMs: 30 * dayMs,
      sentence: 'Write for how long it stays confidential after it ran, from 1h to 30d, such as 24h.',
    }).describe('How long others hear nothing of it after it ran, 1h to 30d. What was never begun they never hear of.'),
  },
  'Write { operations, requesters, approvers, delay }.',
).optional();

export function buildConfidential(document: z.output<typeof confidential>): Confidential | null {
  if (document === undefined) return null;
  const { operations, requesters, approvers, delay } = document;
  return { operations, requesters, approvers, delayMs: delay };
}
