import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { alertField, changeFields } from './alert-fields.ts';
import { knownAlert, needAlert } from './alert-state.ts';
import { organizationListing, organizationPlace } from './place.ts';
import { planUpdate } from './update-plan.ts';

export const updateOrganizationSpendAlert = declareChange({
  id: operationId('spend-alerts.update-organization'),
  tier: 'routine',
  title: 'Change a spend alert of the organization',
  summary: 'Its amount, its recipients, or how its subject begins. What is left out stays.',
  example: '/openai spend-alerts update-organization alert_abc123 --amount $14,000 --reason "the budget grew"',
  fields: { alert: alertField(organizationListing), ...changeFields },
  callBudget: 2,
  known: knownAlert,
  need: ({ input, now }, have) => needAlert(organizationPlace, have, { ref: input.alert, now }),
  plan: ({ input, now }, have) => planUpdate(input, have, now),
});
