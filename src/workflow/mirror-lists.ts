import type { Listing } from '#operations/field.ts';
import { type ListedIn, listName } from './refresh-things.ts';

const adminKeyListing: Listing = {
  endpoint: 'GET /organization/admin_api_keys',
  params: {},
  id: 'id',
  name: 'name',
};

export const adminKeyList: ListedIn = { listing: adminKeyListing, params: {} };

/** A project's hard limit is one object, kept as a list of at most one. */
export const limitListName = (projectId: string): string =>
  `things GET /organization/projects/{project_id}/spend_limit project_id=${projectId}`;

export const adminKeyListName = listName(adminKeyList);
