import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { projectField } from './alert-fields.ts';
import { knownAlerts, needAlerts } from './alert-state.ts';
import { viewAlerts } from './alert-view.ts';
import { projectPlace } from './place.ts';

export const listSpendAlerts = declareRead({
  id: operationId('spend-alerts.list'),
  title: 'List a project’s spend alerts',
  summary: 'Who is told by e-mail when a project has spent how much in a month.',
  example: '/openai spend-alerts list search-dev',
  fields: { project: projectField },
  callBudget: 2,
  known: knownAlerts,
  need: (ask, have) => needAlerts(projectPlace(ask.input.project), have, ask.now),
  view: (ask, have) => viewAlerts(projectPlace(ask.input.project), have),
});
