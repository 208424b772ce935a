import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownLimit, needLimit } from './limit-state.ts';
import { viewLimit } from './limit-view.ts';
import { organizationPlace } from './place.ts';

export const showOrganizationSpendLimit = declareRead({
  id: operationId('spend-limits.show-organization'),
  title: 'Show the organization’s spend limit',
  summary: 'The hard monthly limit over all projects, and what was spent of it.',
  example: '/openai spend-limits show-organization',
  fields: {},
  callBudget: 2,
  known: knownLimit,
  need: (ask, have) => needLimit(organizationPlace, have, ask.now),
  view: (ask, have) => viewLimit(organizationPlace, have, ask.now),
});
