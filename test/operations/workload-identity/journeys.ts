import type { Journey } from '../journey.ts';

const PROVIDERS = '/organization/workload_identity_providers';
const NOTEBOOKS = `${PROVIDERS}/wip_AcmeNotebooks00000000`;

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Everything but ids and times: what is made again has new ones. */
const listIn = async (get: (path: string) => Promise<unknown>, path: string) =>
  ((await get(path)) as Listed).data
    .map((each) => JSON.stringify({ ...each, id: null, created_at: null, updated_at: null }))
    .toSorted();

const providers: Journey['look'] = (get) => listIn(get, PROVIDERS);
const rules: Journey['look'] = (get) => listIn(get, `${NOTEBOOKS}/federation_rules`);

const create = 'github --issuer https://token.actions.githubusercontent.com --audience https://api.openai.com/v1';

export const journeys: readonly Journey[] = [
  {
    operation: 'workload-identity.create',
    words: `${create} --attributes "openai.repository = assertion.repository\nopenai.ref = assertion.ref"`,
    inverse: 'exact',
    look: providers,
  },
  {
    operation: 'workload-identity.update',
    words:
      'notebooks --audience https://id.acme.example/openai --attributes none --discovery https://id.acme.example/keys --description "Being moved" --state off',
    inverse: 'exact',
    look: providers,
  },
  {
    operation: 'workload-identity.delete',
    before: [{ operation: 'workload-identity.create', words: create }],
    words: 'github',
    inverse: 'recreate',
    look: providers,
  },
  {
    operation: 'workload-identity.create-rule',
    words:
      'notebooks --project data-science --account wif-notebooks --name nightly --matches "notebook = nightly" --scopes api.model.request',
    inverse: 'exact',
    look: rules,
  },
  {
    operation: 'workload-identity.update-rule',
    words: 'notebooks --rule forecasts --matches "notebook = forecasts" --scopes account --state off',
    inverse: 'exact',
    look: rules,
  },
  {
    operation: 'workload-identity.delete-rule',
    words: 'notebooks --rule forecasts',
    inverse: 'recreate',
    look: rules,
  },
];
