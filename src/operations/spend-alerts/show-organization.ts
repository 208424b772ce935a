import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { alertField } from './alert-fields.ts';
import { knownAlert, needAlert } from './alert-state.ts';
import { viewAlert } from './alert-view.ts';
import { organizationListing, organizationPlace } from './place.ts';

export const showOrganizationSpendAlert = declareRead({
  id: operationId('spend-alerts.show-organization'),
  title: 'Show a spend alert of the organization',
  summary: 'Amount, recipients and subject of one alert, and whether it is reached.',
  example: '/openai spend-alerts show-organization alert_abc123',
  fields: { alert: alertField(organizationListing) },
  callBudget: 2,
  known: knownAlert,
  need: ({ input, now }, have) => needAlert(organizationPlace, have, { ref: input.alert, now }),
  view: ({ input }, have) => viewAlert(organizationPlace, input.alert, have),
});
