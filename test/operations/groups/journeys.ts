import type { Journey } from '../journey.ts';

const FINOPS = '/organization/groups/group_AcmeFinOps00000000000';
const SEARCH_TEAM = '/organization/groups/group_AcmeSearchTeam0000000';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Names of what a list holds, in order. */
const namesIn = async (get: (path: string) => Promise<unknown>, path: string): Promise<readonly string[]> =>
  ((await get(path)) as Listed).data.map((item) => String(item['name'])).toSorted();

export const journeys: readonly Journey[] = [
  {
    operation: 'groups.create',
    words: 'research',
    inverse: 'exact',
    look: (get) => namesIn(get, '/organization/groups'),
  },
  {
    operation: 'groups.rename',
    words: 'finops --name "Finance operations"',
    inverse: 'exact',
    look: (get) => get(FINOPS),
  },
  {
    operation: 'groups.add-member',
    words: 'finops --user mei@acme.example',
    inverse: 'exact',
    look: (get) => namesIn(get, `${FINOPS}/users`),
  },
  {
    operation: 'groups.remove-member',
    words: 'search-team --user noor@acme.example',
    inverse: 'exact',
    look: (get) => namesIn(get, `${SEARCH_TEAM}/users`),
  },
  {
    operation: 'groups.delete',
    words: 'search-team',
    inverse: 'recreate',
    look: async (get) => [
      await namesIn(get, '/organization/groups'),
      await namesIn(get, '/organization/projects/proj_AcmeSearchProd0000000000/groups'),
    ],
  },
  {
    operation: 'groups.restore',
    words:
      'research --members user-AcmePriyaRaman0000000000 --roles role_AcmeUsageReader00000000 --projects proj_AcmeDataScience000000000:role-api-project-member,proj_AcmeDataScience000000000:role-api-project-viewer',
    inverse: 'exact',
    look: async (get) => [
      await namesIn(get, '/organization/groups'),
      await namesIn(get, '/projects/proj_AcmeDataScience000000000/users/user-AcmePriyaRaman0000000000/roles'),
    ],
  },
];
