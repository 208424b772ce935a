import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownModels, needModels, planModels } from './list-plan.ts';

const id = operationId('models.reset');

export const resetModels = declareChange({
  id,
  tier: 'destructive',
  title: 'Allow every model in a project',
  summary: 'Takes a project’s model list away, so that it may use every model, also those released later.',
  example: '/openai models reset search-dev --reason "the pilot is over"',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 4,
  known: knownModels,
  need: (ask, have) => needModels(ask.input.project, have, ask.now),
  plan: (ask, have) => planModels({ id, now: ask.now, wish: null }, have),
});
