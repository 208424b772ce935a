import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { alertField, changeFields, projectField } from './alert-fields.ts';
import { knownProjectAlert, needAlert, needInProject } from './alert-state.ts';
import { projectListing } from './place.ts';
import { planUpdate } from './update-plan.ts';

export const updateSpendAlert = declareChange({
  id: operationId('spend-alerts.update'),
  tier: 'routine',
  title: 'Change a project’s spend alert',
  summary: 'Its amount, its recipients, or how its subject begins. What is left out stays.',
  example: '/openai spend-alerts update search-dev --alert alert_abc123 --amount $700 --reason "the budget grew"',
  fields: { project: projectField, alert: alertField(projectListing), ...changeFields },
  callBudget: 3,
  known: knownProjectAlert,
  need: ({ input, now }, have) =>
    needInProject(have, input.project, (place) => needAlert(place, have, { ref: input.alert, now })),
  plan: ({ input, now }, have) => planUpdate(input, have, now),
});
