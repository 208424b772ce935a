import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { wishFields } from './alert-fields.ts';
import { knownAlerts, needAlerts } from './alert-state.ts';
import { planCreation, wishOf } from './create-plan.ts';
import { organizationPlace } from './place.ts';

export const createOrganizationSpendAlert = declareChange({
  id: operationId('spend-alerts.create-organization'),
  tier: 'routine',
  title: 'Add a spend alert to the organization',
  summary: 'Sends an e-mail when all projects together have spent so much in a month. It stops nothing.',
  example:
    '/openai spend-alerts create-organization --amount $12,000 --recipients finops@acme.example --reason "four fifths of the budget"',
  fields: wishFields,
  callBudget: 2,
  known: knownAlerts,
  need: (ask, have) => needAlerts(organizationPlace, have, ask.now),
  plan: ({ input, now }, have) => planCreation(wishOf(input), have, now),
});
