import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { alertField, projectField } from './alert-fields.ts';
import { knownProjectAlerts, needAlerts, needInProject } from './alert-state.ts';
import { planDeletion } from './delete-plan.ts';
import { projectListing } from './place.ts';

export const deleteSpendAlert = declareChange({
  id: operationId('spend-alerts.delete'),
  tier: 'destructive',
  title: 'Delete a project’s spend alert',
  summary: 'Nobody is told by it any more.',
  example: '/openai spend-alerts delete search-dev --alert alert_abc123 --reason "there is a later one"',
  fields: { project: projectField, alert: alertField(projectListing) },
  callBudget: 3,
  known: knownProjectAlerts,
  need: ({ input, now }, have) => needInProject(have, input.project, (place) => needAlerts(place, have, now)),
  plan: ({ input, now }, have) => planDeletion(input.alert, have, now),
});
