import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, roughly } from '#domain/instant.ts';
import { statusSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const showStatus = declareRead({
  id: operationId('organization.status'),
  alias: 'status',
  title: 'Show how Countersign is doing',
  summary: 'OpenAI’s limits and who waits for them, messages under way, how old each list is.',
  example: '/openai status',
  fields: {},
  callBudget: 0,
  known: z.object({ status: statusSchema }),
  need: (_ask, have) => (have.status === undefined ? [recall('status', { of: 'status' })] : []),
  view: (ask, { status }) => ({
    title: 'Status',
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Open requests', value: String(status.open) },
          { label: 'Messages waiting', value: String(status.outbox.waiting) },
        ],
      },
      {
        part: 'rows',
        columns: ['Endpoint', 'Calls a minute', 'Left now', 'Waiting', 'Last refused'],
        rows: status.pacing.map((line) => ({
          cells: [
            line.endpoint,
            String(Math.round(line.perMinute)),
            String(line.tokens),
            String(line.waiting),
            line.lastThrottledAt === null ? 'never' : `${roughly(ask.now - line.lastThrottledAt)} ago`,
          ],
          actions: [],
        })),
        empty: 'OpenAI was not called yet.',
      },
      {
        part: 'note',
        text:
          status.lists.length === 0
            ? 'Nothing was read from OpenAI yet.'
            : `${count(status.lists.length, 'list')} of OpenAI are kept; the oldest was read ${roughly(ask.now - Math.min(...status.lists.map((list) => list.asOf)))} ago.`,
      },
    ],
  }),
});
