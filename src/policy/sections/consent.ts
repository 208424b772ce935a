import { z } from 'zod';
import { oneOrMore, say, strict, trueOrFalse, word } from '../leaves.ts';
import { safeguardKeys } from './safeguards.ts';

const groupNames = oneOrMore(word('Name a group.'), 'Name at least one group.');

const listener = 'Name a group, a person or a channel such as C0123ABCD.';

// Nine distinct people is more than any team finds in a day; the bound keeps a slip such as 11 from closing an operation for good.
const howMany = 'Write how many people have to approve, from 1 to 9.';
const count = z.int({ error: say(howMany) }).max(9, { error: howMany });

const askedList = z
  .array(strict({ count, from: groupNames }, 'Write a list of { count, from }.'), { error: say(howMany) })
  .min(1, { error: 'Write at least one { count, from }.' })
  .max(5, { error: 'Write at most five { count, from }.' });

/** Whose consent is asked, and how it has to be given: the same keys under a tier and in a rule. */
export const consentShape = {
  approvals: z
    .union([count.min(0, { error: howMany }), askedList], { error: say(`${howMany} Or a list of { count, from }.`) })
    .optional(),
  from: groupNames.optional(),
  different_unit: trueOrFalse.optional(),
  in_order: trueOrFalse.optional(),
  notify: oneOrMore(word(listener), 'Name at least one group, person or channel.').optional(),
};

const tier = strict({ ...consentShape, ...safeguardKeys }, 'Write { approvals, from }.').default({});

export const tiersShape = strict(
  { routine: tier, destructive: tier, critical: tier },
  'Write { routine, destructive, critical }.',
).prefault({});
