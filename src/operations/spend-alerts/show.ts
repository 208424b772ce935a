import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { alertField, projectField } from './alert-fields.ts';
import { knownAlert, needAlert } from './alert-state.ts';
import { viewAlert } from './alert-view.ts';
import { projectListing, projectPlace } from './place.ts';

export const showSpendAlert = declareRead({
  id: operationId('spend-alerts.show'),
  title: 'Show a project’s spend alert',
  summary: 'Amount, recipients and subject of one alert, and whether it is reached.',
  example: '/openai spend-alerts show search-dev --alert alert_abc123',
  fields: { project: projectField, alert: alertField(projectListing) },
  callBudget: 2,
  known: knownAlert,
  need: ({ input, now }, have) => needAlert(projectPlace(input.project), have, { ref: input.alert, now }),
  view: ({ input }, have) => viewAlert(projectPlace(input.project), input.alert, have),
});
