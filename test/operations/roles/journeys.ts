import type { Journey } from '../journey.ts';

const PROD = '/projects/proj_AcmeSearchProd0000000000/roles';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** What roles are and allow, without their ids: a role made again has a new one. */
const rolesIn = async (get: (path: string) => Promise<unknown>, path: string) =>
  ((await get(path)) as Listed).data
    .map(({ name, description, permissions }) => JSON.stringify([name, description, permissions]))
    .toSorted();

export const journeys: readonly Journey[] = [
  {
    operation: 'roles.create',
    words: '"Group manager" --permissions api.groups.read,api.groups.write --description "Manages groups"',
    inverse: 'exact',
    look: (get) => rolesIn(get, '/organization/roles'),
  },
  {
    operation: 'roles.create-project',
    words: 'search-prod --name "Model lister" --permissions api.model.read',
    inverse: 'exact',
    look: (get) => rolesIn(get, PROD),
  },
  {
    operation: 'roles.update',
    words: '"Usage reader" --name "Cost reader" --add api.costs.read --remove api.usage.read --no-description',
    inverse: 'exact',
    look: (get) => rolesIn(get, '/organization/roles'),
  },
  {
    operation: 'roles.update-project',
    words: 'search-prod --role "Key rotator" --remove api.organization.projects.api_keys.write',
    inverse: 'exact',
    look: (get) => rolesIn(get, PROD),
  },
  {
    operation: 'roles.delete',
    words: '"Usage reader"',
    inverse: 'partial',
    look: (get) => rolesIn(get, '/organization/roles'),
  },
  {
    operation: 'roles.delete-project',
    words: 'search-prod --role "Key rotator"',
    inverse: 'partial',
    look: (get) => rolesIn(get, PROD),
  },
];
