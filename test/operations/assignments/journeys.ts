import type { Journey } from '../journey.ts';

const MEI = 'user-AcmeMeiTanaka00000000000';
const PRIYA = 'user-AcmePriyaRaman0000000000';
const PROD = '/projects/proj_AcmeSearchProd0000000000';
const INES = `${PROD}/users/user-AcmeInesMoreau0000000000/roles`;
const ON_CALL = `${PROD}/groups/group_AcmeOnCall0000000000/roles`;

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Which roles are held, and through what. */
const heldIn = async (get: (path: string) => Promise<unknown>, path: string) =>
  ((await get(path)) as Listed).data
    .map(({ id, assignment_sources: sources }) => JSON.stringify([id, sources]))
    .toSorted();

export const journeys: readonly Journey[] = [
  {
    operation: 'assignments.assign-user',
    words: 'mei@acme.example --role "Usage reader"',
    inverse: 'exact',
    look: (get) => heldIn(get, `/organization/users/${MEI}/roles`),
  },
  {
    operation: 'assignments.unassign-user',
    words: 'priya@acme.example --role "Usage reader"',
    inverse: 'exact',
    look: (get) => heldIn(get, `/organization/users/${PRIYA}/roles`),
  },
  {
    operation: 'assignments.assign-group',
    words: 'on-call --role "Usage reader"',
    inverse: 'exact',
    look: (get) => heldIn(get, '/organization/groups/group_AcmeOnCall0000000000/roles'),
  },
  {
    operation: 'assignments.unassign-group',
    words: 'finops --role "Usage reader"',
    inverse: 'exact',
    look: (get) => heldIn(get, '/organization/groups/group_AcmeFinOps00000000000/roles'),
  },
  {
    operation: 'assignments.assign-project-user',
    words: 'search-prod --user ines@acme.example --role "Key rotator"',
    inverse: 'exact',
    look: (get) => heldIn(get, INES),
  },
  {
    operation: 'assignments.unassign-project-user',
    words: 'search-prod --user ines@acme.example --role "Key rotator"',
    before: [
      {
        operation: 'assignments.assign-project-user',
        words: 'search-prod --user ines@acme.example --role "Key rotator"',
      },
    ],
    inverse: 'exact',
    look: (get) => heldIn(get, INES),
  },
  {
    operation: 'assignments.assign-project-group',
    words: 'search-prod --group on-call --role "Project Viewer"',
    inverse: 'exact',
    look: (get) => heldIn(get, ON_CALL),
  },
  {
    operation: 'assignments.unassign-project-group',
    words: 'search-prod --group on-call --role "Key rotator"',
    inverse: 'exact',
    look: (get) => heldIn(get, ON_CALL),
  },
];
