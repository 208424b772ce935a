import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { azureStorage } from './clouds.ts';
import { knownProjectStorage, needProjectStorage, planRegistration } from './register-plan.ts';

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  container: setting('Container', 'Its name: openai-search.'),
  account: setting('Storage account', 'Its name: acmeopenai.'),
  resourceGroup: setting('Resource group', 'Its name: data.', /\S/),
  subscription: setting('Subscription', 'Its id: 00000000-0000-0000-0000-000000000000.', /^[0-9a-fA-F-]{36}$/),
  tenant: setting('Tenant', 'Its id: 00000000-0000-0000-0000-000000000000.', /^[0-9a-fA-F-]{36}$/),
} as const;

export const registerAzureStorage = declareChange({
  id: azureStorage.register,
  tier: 'destructive',
  title: 'Connect a project with an Azure container',
  summary: 'OpenAI keeps the data of the project in a bucket of your own in Azure Blob Storage.',
  example:
    '/openai external-storage register-azure search-dev --container openai-search --account acmeopenai --resource-group data --subscription 00000000-0000-0000-0000-000000000000 --tenant 00000000-0000-0000-0000-000000000000 --reason "data stays in our cloud"',
  fields,
  callBudget: 3,
  known: knownProjectStorage,
  need: (ask, have) => needProjectStorage(ask.input.project, have),
  plan: ({ input, now }, have) => planRegistration({ cloud: azureStorage, input, now }, have),
});
