import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { awsStorage } from './clouds.ts';
import { knownProjectStorage, needProjectStorage, planRegistration } from './register-plan.ts';

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  bucket: setting('Bucket', 'Its name: acme-openai-search.'),
  roleArn: setting(
    'Role',
    'The role that OpenAI takes on: arn:aws:iam::123456789012:role/openai.',
    /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
  ),
} as const;

export const registerAwsStorage = declareChange({
  id: awsStorage.register,
  tier: 'destructive',
  title: 'Connect a project with an S3 bucket',
  summary: 'OpenAI keeps the data of the project in a bucket of your own in Amazon S3.',
  example:
    '/openai external-storage register-aws search-dev --bucket acme-openai-search --role-arn arn:aws:iam::123456789012:role/openai --reason "data stays in our cloud"',
  fields,
  callBudget: 3,
  known: knownProjectStorage,
  need: (ask, have) => needProjectStorage(ask.input.project, have),
  plan: ({ input, now }, have) => planRegistration({ cloud: awsStorage, input, now }, have),
});
