import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { doctorSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

const marks: Readonly<Record<string, string>> = { ok: 'fine', warn: 'look', fail: 'NO' };

export const callDoctor = declareRead({
  id: operationId('organization.doctor'),
  alias: 'doctor',
  title: 'Call the doctor',
  summary:
    'Looks at everything this installation needs, from tokens and channels to the audit chain, and says what to do.',
  example: '/openai doctor',
  fields: {},
  callBudget: 0,
  known: z.object({ found: doctorSchema }),
  need: (_ask, have) => (have.found === undefined ? [recall('found', { of: 'doctor' })] : []),
  view: (_ask, { found }) => ({
    title: `Doctor: ready for ${found.readyFor.join(', ') || 'nothing yet'}`,
    parts: [
      {
        part: 'rows',
        columns: ['Check', '', 'What it found', 'What to do'],
        rows: found.checks.map((check) => ({
          cells: [check.title, marks[check.state] ?? check.state, check.says, check.fix],
          actions: [],
        })),
        empty: 'Nothing was looked at.',
      },
    ],
  }),
});
