import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { gcpStorage } from './clouds.ts';
import { knownProjectStorage, needProjectStorage, planRegistration } from './register-plan.ts';

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  bucket: setting('Bucket', 'Its name: acme-openai-search.'),
  projectNumber: setting(
    'Identity project number',
    'Of the project with the identity pool: 123456789012.',
    /^\d{1,20}$/,
  ),
  pool: setting('Identity pool', 'Id of the workload identity pool: openai.'),
  provider: setting('Identity provider', 'Id of the provider in the pool: openai-oidc.'),
} as const;

export const registerGcpStorage = declareChange({
  id: gcpStorage.register,
  tier: 'destructive',
  title: 'Connect a project with a Google Cloud bucket',
  summary: 'OpenAI keeps the data of the project in a bucket of your own in Google Cloud Storage.',
  example:
    '/openai external-storage register-gcp search-dev --bucket acme-openai-search --project-number 123456789012 --pool openai --provider openai-oidc --reason "data stays in our cloud"',
  fields,
  callBudget: 3,
  known: knownProjectStorage,
  need: (ask, have) => needProjectStorage(ask.input.project, have),
  plan: ({ input, now }, have) => planRegistration({ cloud: gcpStorage, input, now }, have),
});
