import type { Journey } from '../journey.ts';

const SEARCH_DEV = '/organization/projects/proj_AcmeSearchDev00000000000';

type Look = Journey['look'];

interface Listed {
  readonly data: readonly { readonly name: string; readonly role?: string; readonly owner?: unknown }[];
}

/** Names and roles of the accounts, and how many keys there are: the rest of them is new with every account. */
const look: Look = async (get) => {
  const accounts = (await get(`${SEARCH_DEV}/service_accounts?limit=100`)) as Listed;
  const keys = (await get(`${SEARCH_DEV}/api_keys?owner_project_access=any&limit=100`)) as Listed;
  return {
    accounts: accounts.data.map(({ name, role }) => `${name} ${role}`).toSorted(),
    keys: keys.data.map(({ name }) => name).toSorted(),
  };
};

export const journeys: readonly Journey[] = [
  {
    operation: 'accounts.create',
    words: 'search-dev --name reporter',
    inverse: 'exact',
    look,
  },
  {
    operation: 'accounts.create',
    words: 'search-dev --name reporter --role owner --with-key --for 30d',
    inverse: 'exact',
    look,
  },
  {
    operation: 'accounts.add-key',
    words: 'search-dev --account indexer-staging --name indexer-2027 --for 90d --access requests',
    inverse: 'exact',
    look,
  },
  {
    operation: 'accounts.update',
    words: 'search-dev --account indexer-staging --name indexer --role owner',
    inverse: 'exact',
    look,
  },
  {
    operation: 'accounts.delete',
    words: 'search-dev --account indexer-staging',
    inverse: 'partial',
    look,
  },
];
