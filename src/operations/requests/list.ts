import { z } from 'zod';
import { operationId, requestId, shortRequestId } from '#domain/ids.ts';
import { roughly } from '#domain/instant.ts';
import { requestLineSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const listRequests = declareRead({
  id: operationId('requests.list'),
  title: 'List requests',
  summary: 'Your requests, or everybody’s; newest first.',
  example: '/openai requests list --whose all --open',
  fields: {
    whose: {
      kind: 'choice',
      label: 'Whose',
      hint: 'Yours, or everybody’s.',
      required: false,
      options: [
        { value: 'mine', label: 'Mine' },
        { value: 'all', label: 'Everybody’s' },
      ],
    },
    open: { kind: 'flag', label: 'Only open ones', hint: 'Leaves out what has ended.', required: false },
  },
  callBudget: 0,
  known: z.object({ requests: z.array(requestLineSchema) }),
  need: (ask, have) =>
    have.requests === undefined
      ? [
          recall('requests', {
            of: 'requests',
            whose: ask.input.whose === 'all' ? 'all' : 'mine',
            open: ask.input.open === true,
          }),
        ]
      : [],
  view: (ask, { requests }) => ({
    title: ask.input.whose === 'all' ? 'Requests' : 'Your requests',
    parts: [
      {
        part: 'rows',
        columns: ['Request', 'What', 'State', 'Asked'],
        rows: requests.map((request) => ({
          cells: [
            shortRequestId(requestId(request.id)),
            `${request.title}: ${request.gist}`,
            request.state,
            `${roughly(ask.now - request.createdAt)} ago`,
          ],
          actions: [
            { label: 'Show', operation: operationId('requests.show'), input: { request: request.id }, style: 'plain' },
          ],
        })),
        empty: 'There are none.',
      },
    ],
  }),
});
