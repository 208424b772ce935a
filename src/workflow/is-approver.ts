import type { Requester } from '#operations/operation.ts';
import { approverGroups } from '#policy/approver-groups.ts';
import { membersNow } from './consult-policy.ts';
import type { House } from './house.ts';

/** Whether this person decides on anything at all, by the policy in force and who is in its groups just now. */
export async function isApprover(house: House, { personId, slackId }: Requester): Promise<boolean> {
  const { policy } = house.policy();
  const members = await membersNow(house);
  return approverGroups(policy).some((name) => {
    const group = Object.hasOwn(policy.groups, name) ? policy.groups[name] : undefined;
    if (group?.kind === 'list') return group.people.includes(personId);
    const known = Object.hasOwn(members, name) ? members[name] : undefined;
    return known?.known === true && known.slackIds.includes(slackId);
  });
}
