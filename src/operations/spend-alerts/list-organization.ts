import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownAlerts, needAlerts } from './alert-state.ts';
import { viewAlerts } from './alert-view.ts';
import { organizationPlace } from './place.ts';

export const listOrganizationSpendAlerts = declareRead({
  id: operationId('spend-alerts.list-organization'),
  title: 'List the organization’s spend alerts',
  summary: 'Who is told by e-mail when the whole organization has spent how much in a month.',
  example: '/openai spend-alerts list-organization',
  fields: {},
  callBudget: 2,
  known: knownAlerts,
  need: (ask, have) => needAlerts(organizationPlace, have, ask.now),
  view: (_ask, have) => viewAlerts(organizationPlace, have),
});
