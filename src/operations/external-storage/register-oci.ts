import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { ociStorage } from './clouds.ts';
import { knownProjectStorage, needProjectStorage, planRegistration } from './register-plan.ts';

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  bucket: setting('Bucket', 'Its name: acme-openai-search.'),
  region: setting('Region', 'Of the bucket: eu-frankfurt-1.', /^[a-z]+(-[a-z]+)*-\d+$/),
  tenancy: setting('Tenancy', 'Its OCID: ocid1.tenancy.oc1.', /^ocid1\.\S+$/),
} as const;

export const registerOciStorage = declareChange({
  id: ociStorage.register,
  tier: 'destructive',
  title: 'Connect a project with an Oracle bucket',
  summary: 'OpenAI keeps the data of the project in a bucket of your own in Oracle Object Storage.',
  example:
    '/openai external-storage register-oci search-dev --bucket acme-openai-search --region eu-frankfurt-1 --tenancy ocid1.tenancy.oc1 --reason "data stays in our cloud"',
  fields,
  callBudget: 3,
  known: knownProjectStorage,
  need: (ask, have) => needProjectStorage(ask.input.project, have),
  plan: ({ input, now }, have) => planRegistration({ cloud: ociStorage, input, now }, have),
});
