import { issueKey } from './keys/issue.ts';
import { listKeys } from './keys/list.ts';
import { revokeKey } from './keys/revoke.ts';
import { showKey } from './keys/show.ts';
import type { Operation } from './operation.ts';
import { listProjects } from './projects/list.ts';
import { showProject } from './projects/show.ts';
import { listRequests } from './requests/list.ts';
import { showRequest } from './requests/show.ts';
import { listUsers } from './users/list.ts';

/** Every operation there is, in the order in which help lists them. */
export const catalogue: readonly Operation[] = [
  issueKey,
  revokeKey,
  listKeys,
  showKey,
  listProjects,
  showProject,
  listUsers,
  listRequests,
  showRequest,
];

const byId = new Map<string, Operation>(catalogue.map((operation) => [operation.id, operation]));

export function findOperation(id: string): Operation | null {
  return byId.get(id) ?? null;
}
