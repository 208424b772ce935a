import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { continuationSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRedirect } from '../operation.ts';

export const continueRequest = declareRedirect({
  id: operationId('requests.continue'),
  as: 'continues',
  title: 'Continue a request',
  summary: 'Asks for what is left of something that was done only in part, with its own approval.',
  alias: 'continue',
  example: '/openai continue R-7F3K9QXY --reason "the rest of it"',
  fields: {
    request: { kind: 'request', label: 'Request', hint: 'Its short id, as on the card: R-7F3K9QXY.', required: true },
  },
  callBudget: 0,
  known: z.object({ left: continuationSchema.nullable() }),
  need: (ask, have) =>
    have.left === undefined ? [recall('left', { of: 'continuation', requestId: ask.input.request })] : [],
  redirect: (_ask, { left: rest }) => {
    if (rest === null || rest.state !== 'partial') {
      return refuse('requests.continue.nothing', {
        what: 'There is nothing to continue.',
        rule: 'Only a request that was done in part can be continued.',
      });
    }
    const { operation, input, left, title, hangsOnNew } = rest;
    // Planned from what OpenAI shows now, the same wish comes to what is missing of it.
    if (!hangsOnNew) return { operation: operationId(operation), input };
    return refuse('requests.continue.hangs-on-new', {
      what: `${title} cannot be continued as one request.`,
      rule: `What is left belongs to something it made, which planning it anew would make a second time. Left: ${left.join('; ')}.`,
      whoCan: 'You: ask for these one by one, or undo what happened.',
    });
  },
});
