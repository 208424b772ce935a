import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { ownPageSchema } from './presence.ts';

const labels: Readonly<Record<string, string>> = { enrol: 'Enrol', recover: 'Recover' };

export const stepUpPage = declareRead({
  id: operationId('step-up.page'),
  title: 'Open my step-up page',
  summary: 'Opens your page once: to enrol after that was approved, or to recover with two recovery codes.',
  example: '/openai step-up page',
  fields: {},
  callBudget: 0,
  known: z.object({ own: ownPageSchema }),
  need: (_ask, have) => (have.own === undefined ? [recall('own', { of: 'own-page' })] : []),
  view: (_ask, { own }) => ({
    title: 'Your step-up page',
    parts: [
      { part: 'note', text: own.says },
      ...(own.url === null ? [] : [{ part: 'link' as const, label: labels[own.to] ?? 'Open', url: own.url }]),
    ],
  }),
});
