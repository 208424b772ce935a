import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownProjectLimit, needProjectLimit } from './limit-state.ts';
import { planRemoval } from './remove-plan.ts';

export const removeSpendLimit = declareChange({
  id: operationId('spend-limits.remove'),
  tier: 'destructive',
  title: 'Remove a project’s spend limit',
  summary: 'Nothing but the organization’s own limit stops the project’s spending then.',
  example: '/openai spend-limits remove search-dev --reason "the pilot is over"',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 3,
  known: knownProjectLimit,
  need: (ask, have) => needProjectLimit(ask.input.project, have, ask.now),
  plan: (ask, have) => planRemoval(have, ask.now),
});
