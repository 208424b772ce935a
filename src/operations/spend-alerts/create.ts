import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { projectField, wishFields } from './alert-fields.ts';
import { knownProjectAlerts, needAlerts, needInProject } from './alert-state.ts';
import { planCreation, wishOf } from './create-plan.ts';

export const createSpendAlert = declareChange({
  id: operationId('spend-alerts.create'),
  tier: 'routine',
  title: 'Add a spend alert to a project',
  summary: 'Sends an e-mail when the project has spent so much in a month. It stops nothing.',
  example:
    '/openai spend-alerts create search-dev --amount $600 --recipients bea@acme.example --reason "before the limit is reached"',
  fields: { project: projectField, ...wishFields },
  callBudget: 3,
  known: knownProjectAlerts,
  need: ({ input, now }, have) => needInProject(have, input.project, (place) => needAlerts(place, have, now)),
  plan: ({ input, now }, have) => planCreation(wishOf(input), have, now),
});
