import type { Endpoint } from '#operations/endpoint.ts';
import type { Listing } from '#operations/field.ts';
import { type ListedIn, listName } from './refresh-things.ts';

const named = (endpoint: Endpoint, name = 'name'): Listing => ({ endpoint, params: {}, id: 'id', name });

const adminKeyList: ListedIn = { listing: named('GET /organization/admin_api_keys'), params: {} };
export const adminKeyListName = listName(adminKeyList);

/** What is listed once for the whole organization, beside projects and people. */
export const organizationLists: readonly ListedIn[] = [
  adminKeyList,
  { listing: named('GET /organization/roles'), params: {} },
  { listing: named('GET /organization/groups'), params: {} },
];

/** What every project has a list of, beside its keys. */
const listedByProject: readonly Listing[] = [
  named('GET /organization/projects/{project_id}/service_accounts'),
  named('GET /organization/projects/{project_id}/rate_limits', 'model'),
  named('GET /projects/{project_id}/roles'),
];

/** For each kind of list the one of this project, under the name that forms look candidates up by. */
export const projectLists: readonly ((projectId: string) => ListedIn)[] = listedByProject.map(
  (listing) => (projectId) => ({ listing, params: { project_id: projectId } }),
);

const HARD_LIMIT = 'GET /organization/projects/{project_id}/spend_limit';

/** What a project has one or none of; kept as a list of at most one. */
export const projectObjects = [HARD_LIMIT, 'GET /organization/projects/{project_id}/model_permissions'] as const;

export const objectListName = (endpoint: (typeof projectObjects)[number], projectId: string): string =>
  listName({ listing: named(endpoint), params: { project_id: projectId } });

export const limitListName = (projectId: string): string => objectListName(HARD_LIMIT, projectId);
