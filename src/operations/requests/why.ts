import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { judgementSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { judgementView } from '../policy/judgement-view.ts';

export const explainRequest = declareRead({
  id: operationId('requests.why'),
  title: 'Explain a request',
  summary: 'Why a request needs what it needs: every rule that was looked at, whose decisions count, and whose do not.',
  example: '/openai why R-7F3K9QXY',
  alias: 'why',
  fields: {
    request: { kind: 'request', label: 'Request', hint: 'Its short id, as on the card: R-7F3K9QXY.', required: true },
  },
  callBudget: 0,
  known: z.object({ judged: judgementSchema.nullable() }),
  need: ({ input }, have) =>
    have.judged === undefined ? [recall('judged', { of: 'why', requestId: input.request })] : [],
  view: ({ input }, { judged }) => {
    if (judged !== null)
      return judgementView(
        judged,
        'Judged by the policy of today; what was asked when the request was made has to be met too.',
      );
    return refuse('requests.why.unknown', {
      what: `There is no request ${input.request}.`,
      rule: 'A request is named by the id on its card, such as R-7F3K9QXY.',
    });
  },
});
