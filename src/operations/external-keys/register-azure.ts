import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { azureKeys } from './clouds.ts';
import { keyName, keyPurpose, keyVersion } from './register-fields.ts';
import { knownKeys, needKeys, planRegistration } from './register-plan.ts';

const fields = {
  name: keyName,
  tenant: setting('Tenant', 'Its id: 00000000-0000-0000-0000-000000000000.', /^[0-9a-fA-F-]{36}$/),
  vault: setting('Vault', 'Its address: https://acme.vault.azure.net.', /^https:\/\/\S+$/),
  key: setting('Key', 'Its name, which begins with your organization’s id: org-example--billing.', /^\S+--\S+$/),
  version: keyVersion,
  purpose: keyPurpose,
} as const;

export const registerAzureKey = declareChange({
  id: azureKeys.register,
  tier: 'routine',
  title: 'Register a key in Azure Key Vault',
  summary: 'A key of your own in Azure Key Vault, with which OpenAI protects the data of projects created with it.',
  example:
    '/openai external-keys register-azure billing --tenant 00000000-0000-0000-0000-000000000000 --vault https://acme.vault.azure.net --key org-example--billing --reason "own key for billing"',
  fields,
  callBudget: 1,
  known: knownKeys,
  need: (_ask, have) => needKeys(have),
  plan: (ask, { keys }) => planRegistration(azureKeys, ask.input, keys),
});
