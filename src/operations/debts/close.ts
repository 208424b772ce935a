import { z } from 'zod';
import { debtName } from '#domain/debt-name.ts';
import { operationId, personId, requestId, shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { debtSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { noWayBack, planOf } from '../plan-of.ts';

const id = operationId('debts.close');

/**
 * The reason of this request is what the review found. Whoever made the debt may write it; approving it, and so closing the debt, is
 * for somebody who had no part in it.
 */
export const closeDebt = declareChange({
  id,
  title: 'Close a debt',
  summary:
    'Says that what was done with less than the usual consent was reviewed. Somebody who had no part in it approves.',
  example: '/openai debts close D-1 --reason "the key was in a public repository; revoking it was right"',
  at: 'house',
  tier: 'destructive',
  fields: {
    debt: {
      kind: 'text',
      label: 'Debt',
      hint: 'Its name, as in the list: D-1.',
      required: true,
      max: 12,
      pattern: /^[Dd]-[1-9][0-9]{0,9}$/,
      patternHint: 'Write it as it is listed: D-1.',
    },
  },
  callBudget: 0,
  known: z.object({ debts: z.array(debtSchema) }),
  need: (_ask, have) => (have.debts === undefined ? [recall('debts', { of: 'debts' })] : []),
  plan: ({ input }, { debts }) => {
    const found = debts.find((each) => debtName(each.id) === input.debt.toUpperCase());
    if (found === undefined) {
      const names = debts.map((each) => debtName(each.id)).join(', ');
      return refuse('debts.close.none', {
        what: `There is no debt ${input.debt} to close.`,
        rule: names === '' ? 'Nothing waits for a review.' : `Open are: ${names}.`,
      });
    }
    const name = debtName(found.id);
    const request = shortRequestId(requestId(found.requestId));
    return planOf({
      operation: id,
      tier: 'destructive',
      title: `Close the debt ${name}`,
      gist: `${found.title} (${request}), ${found.how}`,
      barred: found.barred.map(personId),
      target: { kind: 'debt', id: name, name },
      changes: [{ label: name, before: `${found.byName}: ${found.title}`, after: 'reviewed' }],
      holds: `${found.byName} did it ${found.how} on ${utcMinute(found.openedAt)}; incident ${found.incident}`,
      warnings: [`Look at ${request} and at the incident first: approving this says that you did.`],
      guards: { debt: { ...found } },
      before: { debt: { ...found } },
      steps: [],
      act: { kind: 'close-debt', debtId: found.id },
      inverse: noWayBack('what was reviewed stays so; the entries tell who said what.'),
    });
  },
});
