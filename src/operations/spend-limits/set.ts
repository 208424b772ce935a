import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownProjectLimit, needProjectLimit } from './limit-state.ts';
import { amountField, planLimit } from './set-plan.ts';

export const setSpendLimit = declareChange({
  id: operationId('spend-limits.set'),
  tier: 'destructive',
  title: 'Set a project’s spend limit',
  summary: 'A hard monthly limit: beyond it every request of the project fails.',
  example: '/openai spend-limits set search-dev --amount $250 --reason "pilot budget"',
  fields: {
    project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
    amount: amountField,
  },
  callBudget: 3,
  known: knownProjectLimit,
  need: (ask, have) => needProjectLimit(ask.input.project, have, ask.now),
  plan: (ask, have) => planLimit(ask.input.amount, have, ask.now),
});
