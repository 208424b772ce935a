import type { Journey } from '../journey.ts';

const aws =
  'search --role-arn arn:aws:iam::123456789012:role/openai --kms-arn arn:aws:kms:eu-central-1:123456789012:key/1 --external-id org-AcmeRobotics000000000000';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Everything but the id and the time: a key registered again has new ones. */
const look: Journey['look'] = async (get) =>
  ((await get('/organization/external_keys')) as Listed).data
    .map((each) => JSON.stringify({ ...each, id: null, created_at: null }))
    .toSorted();

export const journeys: readonly (Journey & { readonly changesNothing?: true })[] = [
  { operation: 'external-keys.register-aws', words: aws, inverse: 'exact', look },
  {
    operation: 'external-keys.register-gcp',
    words:
      'search --project-number 123456789012 --pool openai --provider openai-oidc --audience https://id.acme.example --kms-project acme-keys --ring openai --key search --location europe-west3',
    inverse: 'exact',
    look,
  },
  {
    operation: 'external-keys.register-azure',
    words:
      'search --tenant 00000000-0000-0000-0000-000000000000 --vault https://acme.vault.azure.net --key org-AcmeRobotics000000000000--search --version 0123456789abcdef --purpose psp_decryption',
    inverse: 'exact',
    look,
  },
  {
    operation: 'external-keys.register-oci',
    words: 'search --region eu-frankfurt-1 --vault ocid1.vault.oc1.example --key ocid1.key.oc1.example',
    inverse: 'exact',
    look,
  },
  // A check changes nothing, and OpenAI does not even log it.
  { operation: 'external-keys.validate', words: 'billing', inverse: 'none', changesNothing: true, look },
  {
    operation: 'external-keys.remove',
    before: [{ operation: 'external-keys.register-aws', words: aws }],
    words: 'search',
    inverse: 'recreate',
    look,
  },
];
