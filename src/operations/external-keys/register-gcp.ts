import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { gcpKeys } from './clouds.ts';
import { keyName, keyPurpose, keyVersion } from './register-fields.ts';
import { knownKeys, needKeys, planRegistration } from './register-plan.ts';

const fields = {
  name: keyName,
  projectNumber: setting(
    'Identity project number',
    'Of the project with the identity pool: 123456789012.',
    /^\d{1,20}$/,
  ),
  pool: setting('Identity pool', 'Id of the workload identity pool: openai.'),
  provider: setting('Identity provider', 'Id of the provider in the pool: openai-oidc.'),
  audience: setting('Audience', 'As the identity provider expects it, often a web address.'),
  kmsProject: setting('KMS project', 'Id of the project with the key ring: acme-keys.'),
  ring: setting('Key ring', 'Its name: openai.'),
  key: setting('KMS key', 'Its name: billing.'),
  location: setting('Location', 'Of the key ring: europe-west3.'),
  version: keyVersion,
  purpose: keyPurpose,
} as const;

export const registerGcpKey = declareChange({
  id: gcpKeys.register,
  tier: 'routine',
  title: 'Register a key in Google Cloud KMS',
  summary: 'A key of your own in Google Cloud KMS, with which OpenAI protects the data of projects created with it.',
  example:
    '/openai external-keys register-gcp billing --project-number 123456789012 --pool openai --provider openai-oidc --audience https://id.acme.example --kms-project acme-keys --ring openai --key billing --location europe-west3 --reason "own key for billing"',
  fields,
  callBudget: 1,
  known: knownKeys,
  need: (_ask, have) => needKeys(have),
  plan: (ask, { keys }) => planRegistration(gcpKeys, ask.input, keys),
});
