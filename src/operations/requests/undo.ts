import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { requestInverseSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRedirect } from '../operation.ts';

export const undoRequest = declareRedirect({
  id: operationId('requests.undo'),
  as: 'undoes',
  title: 'Undo a request',
  summary: 'Asks for the opposite of something that was done here, with its own approval.',
  alias: 'undo',
  example: '/openai undo R-7F3K9QXY --reason "wrong project"',
  fields: {
    request: { kind: 'request', label: 'Request', hint: 'Its short id, as on the card: R-7F3K9QXY.', required: true },
  },
  callBudget: 0,
  known: z.object({ inverse: requestInverseSchema.nullable() }),
  need: (ask, have) =>
    have.inverse === undefined ? [recall('inverse', { of: 'inverse', requestId: ask.input.request })] : [],
  redirect: (_ask, { inverse }) => {
    if (inverse === null || (inverse.state !== 'succeeded' && inverse.state !== 'partial')) {
      return refuse('requests.undo.nothing', {
        what: 'There is nothing to undo.',
        rule: 'Only a request that changed something can be undone.',
      });
    }
    const { operation, input, verdict, sentence } = inverse;
    if (verdict === 'none' || operation === null) {
      return refuse('requests.undo.impossible', {
        what: `${inverse.title} cannot be undone.`,
        rule: sentence,
        ...(operation === null
          ? {}
          : { next: { kind: 'start', label: 'Start anew', operation: operationId(operation), input: input ?? {} } }),
      });
    }
    if (input === null) {
      return refuse('requests.undo.incomplete', {
        what: `${inverse.title} cannot be undone as it stands.`,
        rule: 'Not everything it did is known, so its opposite cannot be worked out.',
        whoCan: 'You: ask for the opposite by hand.',
      });
    }
    return { operation: operationId(operation), input };
  },
});
