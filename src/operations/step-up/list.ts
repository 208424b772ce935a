import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { presenceRowSchema } from './presence.ts';

const withWords = { passkey: 'a passkey', codes: 'one-time codes' } as const;

export const listStepUp = declareRead({
  id: operationId('step-up.list'),
  title: 'List who has enrolled',
  summary: 'Who proves with what that it is they who approve, since when, and where that was enrolled.',
  example: '/openai step-up list',
  fields: {},
  callBudget: 0,
  known: z.object({ rows: z.array(presenceRowSchema) }),
  need: (_ask, have) => (have.rows === undefined ? [recall('rows', { of: 'presences' })] : []),
  view: ({ now }, { rows }) => ({
    title: 'Step-up',
    parts: [
      {
        part: 'rows',
        columns: ['Who', 'With', 'Since', 'Counts', 'Enrolled by'],
        rows: rows.map(({ person, name, what, origin, enrolledAt, countsFrom }) => ({
          cells: [
            `${name} (${person})`,
            withWords[what],
            utcMinute(enrolledAt),
            countsFrom <= now ? 'yes' : `from ${utcMinute(countsFrom)}`,
            origin,
          ],
          actions: [{ label: 'Reset', operation: operationId('step-up.reset'), input: { person }, style: 'danger' }],
        })),
        empty: 'Nobody has enrolled. The first two people do it on the host: countersign enrol.',
      },
    ],
  }),
});
