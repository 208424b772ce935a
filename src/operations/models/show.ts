import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { modelListSchema, sayModelList } from '../objects/model-list.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction, ViewPart } from '../view.ts';
import { needModelList } from './list-part.ts';

export const showModels = declareRead({
  id: operationId('models.show'),
  title: 'Show a project’s models',
  summary: 'Which models a project may use.',
  example: '/openai models show search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 1,
  known: z.object({ models: modelListSchema }),
  need: (ask, have) => (have.models === undefined ? [needModelList(ask.input.project)] : []),
  view: (ask, { models }) => {
    const input = { project: { ...ask.input.project } };
    const facts: ViewPart = { part: 'facts', facts: [{ label: 'May use', value: sayModelList(models) }] };
    const note: readonly ViewPart[] =
      models?.kind === 'only'
        ? [{ part: 'note', text: 'A model that OpenAI releases later is blocked until somebody adds it.' }]
        : [];
    const reset: readonly ViewAction[] =
      models === null
        ? []
        : [{ label: 'Allow every model', operation: operationId('models.reset'), input, style: 'danger' }];
    const actions: readonly ViewAction[] = [
      { label: 'Change', operation: operationId('models.set'), input, style: 'plain' },
      ...reset,
      { label: 'Rate limits', operation: operationId('rate-limits.list'), input, style: 'plain' },
    ];
    return { title: `Models of ${ask.input.project.name}`, parts: [facts, ...note, { part: 'actions', actions }] };
  },
});
