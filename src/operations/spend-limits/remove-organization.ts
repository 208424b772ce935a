import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownLimit, needLimit } from './limit-state.ts';
import { organizationPlace } from './place.ts';
import { planRemoval } from './remove-plan.ts';

export const removeOrganizationSpendLimit = declareChange({
  id: operationId('spend-limits.remove-organization'),
  tier: 'critical',
  title: 'Remove the organization’s spend limit',
  summary: 'Nothing but the limits of single projects stops spending then.',
  example: '/openai spend-limits remove-organization --reason "every project has one of its own now"',
  fields: {},
  callBudget: 2,
  known: knownLimit,
  need: (ask, have) => needLimit(organizationPlace, have, ask.now),
  plan: (ask, have) => planRemoval(have, ask.now),
});
