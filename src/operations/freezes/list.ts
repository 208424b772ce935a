import { z } from 'zod';
import { freezeName } from '#domain/freeze-scope.ts';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { freezeSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const listFreezes = declareRead({
  id: operationId('freezes.list'),
  title: 'List freezes',
  summary: 'What is frozen just now, by whom and why.',
  example: '/openai freezes list',
  fields: {},
  callBudget: 0,
  known: z.object({ freezes: z.array(freezeSchema) }),
  need: (_ask, have) => (have.freezes === undefined ? [recall('freezes', { of: 'freezes' })] : []),
  view: (_ask, { freezes }) => ({
    title: 'Freezes',
    parts: [
      {
        part: 'rows',
        columns: ['Freeze', 'What', 'By', 'Since', 'Why'],
        rows: freezes.map(({ id, what, byName, why, at }) => ({
          cells: [freezeName(id), what, byName, utcMinute(at), why],
          actions: [
            {
              label: 'Thaw',
              operation: operationId('freezes.thaw'),
              input: { freeze: freezeName(id) },
              style: 'danger',
            },
          ],
        })),
        empty: 'Nothing is frozen.',
      },
    ],
  }),
});
