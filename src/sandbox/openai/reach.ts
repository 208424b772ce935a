import { badRequest } from './http/problem.ts';
import type { Organization } from './organization.ts';

/** Throws 400 for a user whom the identity provider manages and for the last owner: nobody here removes or demotes them. */
export function refuseOutsideReach(organization: Organization, userId: string): void {
  if (organization.users.get(userId)?.isScimManaged === true) {
    throw badRequest('This user is managed by your identity provider.', { param: 'user_id' });
  }
  const owners = [...organization.users.values()].filter(
    ({ role, removedAtSec, isServiceAccount }) => role === 'owner' && removedAtSec === null && !isServiceAccount,
  );
  if (owners.length === 1 && owners[0]?.id === userId) {
    throw badRequest('The last owner of the organization cannot be removed or demoted.', { param: 'user_id' });
  }
}
