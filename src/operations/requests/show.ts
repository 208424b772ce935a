import { z } from 'zod';
import { shortDigest } from '#domain/canonical.ts';
import { operationId, requestId, shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { requestDetailSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

export const showRequest = declareRead({
  id: operationId('requests.show'),
  title: 'Show a request',
  summary: 'Where one request stands: who decided what and when, and which calls were sent.',
  example: '/openai requests show R-7F3K9QXY',
  fields: {
    request: { kind: 'request', label: 'Request', hint: 'Its short id, as on the card: R-7F3K9QXY.', required: true },
  },
  callBudget: 0,
  known: z.object({ request: requestDetailSchema.nullable() }),
  need: (ask, have) =>
    have.request === undefined ? [recall('request', { of: 'request', requestId: ask.input.request })] : [],
  view: (ask, { request }) => {
    if (request === null) {
      return refuse('requests.show.unknown', {
        what: `There is no request ${ask.input.request}.`,
        rule: 'A request is named by the id on its card, such as R-7F3K9QXY.',
      });
    }
    return {
      title: `${shortRequestId(requestId(request.id))}: ${request.title}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'State', value: request.state },
            { label: 'What', value: request.gist },
            { label: 'Why', value: request.reason },
            { label: 'Tier', value: request.tier },
            { label: 'Asked', value: utcMinute(request.createdAt) },
            { label: 'Digest', value: shortDigest(request.digest) },
            ...(request.outcome === '' ? [] : [{ label: 'Outcome', value: request.outcome }]),
          ],
        },
        {
          part: 'rows',
          columns: ['Change', 'Before', 'After'],
          rows: request.changes.map(({ label, before, after }) => ({
            cells: [label, before ?? '(none)', after ?? '(gone)'],
            actions: [],
          })),
          empty: 'Nothing changes.',
        },
        {
          part: 'rows',
          columns: ['Decision', 'By', 'When', 'Comment'],
          rows: request.decisions.map((decision) => ({
            cells: [
              decision.kind === 'approve' ? 'approved' : 'denied',
              decision.by,
              utcMinute(decision.at),
              decision.comment,
            ],
            actions: [],
          })),
          empty: 'Nobody has decided.',
        },
        {
          part: 'rows',
          columns: ['Call', 'Result', 'When'],
          rows: request.calls.map((sent) => ({
            cells: [`${sent.title} (${sent.method} ${sent.path})`, sent.status, utcMinute(sent.at)],
            actions: [],
          })),
          empty: 'No call was sent.',
        },
      ],
    };
  },
});
