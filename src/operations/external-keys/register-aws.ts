import { setting } from '../objects/cloud-field.ts';
import { declareChange } from '../operation.ts';
import { awsKeys } from './clouds.ts';
import { keyName, keyPurpose } from './register-fields.ts';
import { knownKeys, needKeys, planRegistration } from './register-plan.ts';

const fields = {
  name: keyName,
  roleArn: setting(
    'Role',
    'The role that OpenAI takes on: arn:aws:iam::123456789012:role/openai.',
    /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
  ),
  kmsArn: setting(
    'KMS key',
    'The key itself: arn:aws:kms:eu-central-1:123456789012:key/1234.',
    /^arn:aws[a-z-]*:kms:\S+$/,
  ),
  externalId: setting(
    'External id',
    'As it stands in the role’s trust policy, mostly your organization’s id at OpenAI.',
  ),
  purpose: keyPurpose,
} as const;

export const registerAwsKey = declareChange({
  id: awsKeys.register,
  tier: 'routine',
  title: 'Register a key in AWS KMS',
  summary: 'A key of your own in AWS KMS, with which OpenAI protects the data of projects created with it.',
  example:
    '/openai external-keys register-aws billing --role-arn arn:aws:iam::123456789012:role/openai --kms-arn arn:aws:kms:eu-central-1:123456789012:key/1234 --external-id org-example --reason "own key for billing"',
  fields,
  callBudget: 1,
  known: knownKeys,
  need: (_ask, have) => needKeys(have),
  plan: (ask, { keys }) => planRegistration(awsKeys, ask.input, keys),
});
