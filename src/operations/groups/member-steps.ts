import type { Person } from '../objects/person.ts';
import type { Step } from '../plan.ts';
import { callTemplate, deleteStep, setStep } from '../step.ts';
import type { Slot } from '../template.ts';

const ONE = '/organization/groups/{group_id}/users/{user_id}';

interface Joining {
  /** Open while the group itself is still to be made. */
  readonly groupId: string | Slot;
  readonly groupName: string;
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly id?: string;
}

/** Membership has nothing but its being there, so that is what is read back. */
export function addMemberStep({ groupId, groupName, person, id = 'add' }: Joining): Step {
  return setStep({
    id,
    title: `Add ${person.name} to ${groupName}`,
    call: callTemplate('POST /organization/groups/{group_id}/users', {
      params: { group_id: groupId },
      body: { user_id: person.id },
    }),
    read: callTemplate(`GET ${ONE}`, { params: { group_id: groupId, user_id: person.id } }),
    where: { id: person.id },
  });
}

export function removeMemberStep({ groupId, groupName, person }: Joining): Step {
  const params = { group_id: groupId, user_id: person.id };
  return deleteStep({
    id: 'remove',
    title: `Take ${person.name} out of ${groupName}`,
    call: callTemplate(`DELETE ${ONE}`, { params }),
    read: callTemplate(`GET ${ONE}`, { params }),
  });
}
