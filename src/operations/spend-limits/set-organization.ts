import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownLimit, needLimit } from './limit-state.ts';
import { organizationPlace } from './place.ts';
import { amountField, planLimit } from './set-plan.ts';

export const setOrganizationSpendLimit = declareChange({
  id: operationId('spend-limits.set-organization'),
  tier: 'critical',
  title: 'Set the organization’s spend limit',
  summary: 'A hard monthly limit over all projects: beyond it every request of the organization fails.',
  example: '/openai spend-limits set-organization --amount $15,000 --reason "budget for 2027"',
  fields: { amount: amountField },
  callBudget: 2,
  known: knownLimit,
  need: (ask, have) => needLimit(organizationPlace, have, ask.now),
  plan: (ask, have) => planLimit(ask.input.amount, have, ask.now),
});
