import { z } from 'zod';
import { oneOrMore, say, strict, trueOrFalse, word } from '../leaves.ts';
import { safeguardKeys } from './safeguards.ts';

const groupNames = oneOrMore(word('Name a group.'), 'Name at least one group.');

const listener = 'Name a group, a person or a channel such as C0123ABCD.';

// Nine distinct people is more than any team finds in a day; the bound keeps a slip such as 11 from closing an operation for good.
const howMany = 'Write how many people have to approve, from 1 to 9.';
const count = z.int({ error: say(howMany) }).max(9, { error: howMany });

const askedList = z
  .array(
    strict(
      { count: count.describe('How many.'), from: groupNames.describe('Out of these groups.') },
      'Write a list of { count, from }.',
    ),
    { error: say(howMany) },
  )
  .min(1, { error: 'Write at least one { count, from }.' })
  .max(5, { error: 'Write at most five { count, from }.' });

/** Whose consent is asked, and how it has to be given: the same keys under a tier and in a rule. */
export const consentShape = {
  approvals: z
    .union([count.min(0, { error: howMany }), askedList], { error: say(`${howMany} Or a list of { count, from }.`) })
    .optional()
    .describe(
      'How many distinct people approve, or a list of { count, from }, one for each requirement. Left out in a rule: as its tier; in a tier: 1, 1 and 2.',
    ),
  from: groupNames.optional().describe('Groups out of which they come. Left out in a rule: as its tier.'),
  different_unit: trueOrFalse
    .optional()
    .describe('No two of them, and none of them and whoever asks, are of one unit. Left out: false.'),
  in_order: trueOrFalse
    .optional()
    .describe('Each requirement of the list counts only once the one before it is met. Left out: false.'),
  notify: oneOrMore(word(listener), 'Name at least one group, person or channel.')
    .optional()
    .describe(
      'Groups, people and channels that are told once of the request, without being counted. Left out: nobody.',
    ),
};

const tier = strict({ ...consentShape, ...safeguardKeys }, 'Write { approvals, from }.').default({});

export const tiersShape = strict(
  {
    routine: tier.describe('What is undone easily: issuing a key, raising a limit a little.'),
    destructive: tier.describe('What takes something away: revoking a key, removing a person.'),
    critical: tier.describe('What cannot be undone or concerns everybody: archiving, owners, admin keys, the policy.'),
  },
  'Write { routine, destructive, critical }.',
).prefault({});
