import type { OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson } from '../objects/person.ts';
import type { Step } from '../plan.ts';
import { callTemplate, deleteStep } from '../step.ts';

/** Ends projects, groups and roles of somebody with them; their keys stay listed. */
export function removeUserStep(user: OrganizationUser): Step {
  const params = { user_id: user.id };
  return deleteStep({
    id: 'user',
    title: `Remove ${sayPerson(user)} from the organization`,
    call: callTemplate('DELETE /organization/users/{user_id}', { params }),
    read: callTemplate('GET /organization/users/{user_id}', { params }),
  });
}
