import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { alertField } from './alert-fields.ts';
import { knownAlerts, needAlerts } from './alert-state.ts';
import { planDeletion } from './delete-plan.ts';
import { organizationListing, organizationPlace } from './place.ts';

export const deleteOrganizationSpendAlert = declareChange({
  id: operationId('spend-alerts.delete-organization'),
  tier: 'destructive',
  title: 'Delete a spend alert of the organization',
  summary: 'Nobody is told by it any more.',
  example: '/openai spend-alerts delete-organization alert_abc123 --reason "there is a later one"',
  fields: { alert: alertField(organizationListing) },
  callBudget: 2,
  known: knownAlerts,
  need: (ask, have) => needAlerts(organizationPlace, have, ask.now),
  plan: ({ input, now }, have) => planDeletion(input.alert, have, now),
});
