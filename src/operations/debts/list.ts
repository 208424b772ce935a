import { z } from 'zod';
import { debtName } from '#domain/debt-name.ts';
import { operationId, requestId, shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { debtSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const listDebts = declareRead({
  id: operationId('debts.list'),
  title: 'List debts',
  summary: 'What was done with less than the usual consent and waits for somebody else’s review.',
  example: '/openai debts list',
  fields: {},
  callBudget: 0,
  known: z.object({ debts: z.array(debtSchema) }),
  need: (_ask, have) => (have.debts === undefined ? [recall('debts', { of: 'debts' })] : []),
  view: (_ask, { debts }) => ({
    title: 'Debts',
    parts: [
      {
        part: 'rows',
        columns: ['Debt', 'What', 'By', 'Since', 'Incident'],
        rows: debts.map((debt) => ({
          cells: [
            debtName(debt.id),
            `${debt.title} (${shortRequestId(requestId(debt.requestId))}), ${debt.how}`,
            debt.byName,
            utcMinute(debt.openedAt),
            debt.incident,
          ],
          actions: [
            {
              label: 'Show',
              operation: operationId('requests.show'),
              input: { request: debt.requestId },
              style: 'plain',
            },
            {
              label: 'Close',
              operation: operationId('debts.close'),
              input: { debt: debtName(debt.id) },
              style: 'plain',
            },
          ],
        })),
        empty: 'Nothing waits for a review.',
      },
    ],
  }),
});
