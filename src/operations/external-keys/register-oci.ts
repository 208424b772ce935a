import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { ociKeys } from './clouds.ts';
import { keyName, keyPurpose, keyVersion } from './register-fields.ts';
import { knownKeys, needKeys, planRegistration } from './register-plan.ts';

const fields = {
  name: keyName,
  region: setting('Region', 'Of the vault: eu-frankfurt-1.', /^[a-z]+(-[a-z]+)*-\d+$/),
  vault: setting('Vault', 'Its OCID: ocid1.vault.oc1.', /^ocid1\.\S+$/),
  key: setting('Key', 'Its OCID: ocid1.key.oc1.', /^ocid1\.\S+$/),
  version: keyVersion,
  purpose: keyPurpose,
} as const;

export const registerOciKey = declareChange({
  id: ociKeys.register,
  tier: 'routine',
  title: 'Register a key in Oracle Cloud Vault',
  summary: 'A key of your own in Oracle Cloud Vault, with which OpenAI protects the data of projects created with it.',
  example:
    '/openai external-keys register-oci billing --region eu-frankfurt-1 --vault ocid1.vault.oc1 --key ocid1.key.oc1 --reason "own key for billing"',
  fields,
  callBudget: 1,
  known: knownKeys,
  need: (_ask, have) => needKeys(have),
  plan: (ask, { keys }) => planRegistration(ociKeys, ask.input, keys),
});
