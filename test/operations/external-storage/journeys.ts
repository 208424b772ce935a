import type { Journey } from '../journey.ts';

const aws = 'search-prod --bucket acme-search --role-arn arn:aws:iam::123456789012:role/openai';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Everything but the id and the time: a bucket connected again has new ones. */
const look: Journey['look'] = async (get) =>
  ((await get('/organization/external_storage')) as Listed).data
    .map((each) => JSON.stringify({ ...each, id: null, created_at: null }))
    .toSorted();

export const journeys: readonly Journey[] = [
  { operation: 'external-storage.register-aws', words: aws, inverse: 'partial', look },
  {
    operation: 'external-storage.register-gcp',
    words: 'search-prod --bucket acme-search --project-number 123456789012 --pool openai --provider openai-oidc',
    inverse: 'partial',
    look,
  },
  {
    operation: 'external-storage.register-azure',
    words:
      'search-prod --container openai --account acmeopenai --resource-group data --subscription 00000000-0000-0000-0000-000000000001 --tenant 00000000-0000-0000-0000-000000000002',
    inverse: 'partial',
    look,
  },
  {
    operation: 'external-storage.register-oci',
    words: 'search-prod --bucket acme-search --region eu-frankfurt-1 --tenancy ocid1.tenancy.oc1.example',
    inverse: 'partial',
    look,
  },
  {
    operation: 'external-storage.validate',
    before: [{ operation: 'external-storage.register-aws', words: aws }],
    words: 'acme-search',
    inverse: 'none',
    look,
  },
  { operation: 'external-storage.remove', words: 'acme-openai-data-science', inverse: 'recreate', look },
];
