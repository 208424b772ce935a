import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Group, groupSchema } from '../objects/group.ts';
import { hasAddress, personSchema } from '../objects/person.ts';
import { roleSchema } from '../objects/role.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { groupAndPerson } from './fields.ts';
import { removeMemberStep } from './member-steps.ts';
import { inverseOf, makesOwners, type Membership, membershipPart, readMember } from './membership.ts';
import { readGroup, readGroupRoles } from './reads.ts';
import { groupGone, refuseManaged } from './refusals.ts';

const id = operationId('groups.remove-member');

type RemoveAsk = Ask<InputOf<typeof groupAndPerson>>;

function warningsFor(ask: RemoveAsk, { person, roles }: Membership): readonly string[] {
  return [
    ...(makesOwners(roles)
      ? [
          `${person.name} stops being as good as an owner, unless that comes from elsewhere too. An admin key of theirs, which may be the one this bot uses, could stop working.`,
        ]
      : []),
    ...(hasAddress(person, ask.requester.openaiEmail) ? ['The requester gives up access of their own.'] : []),
  ];
}

function notMember({ input }: RemoveAsk, group: Group): Refusal {
  return refuse('groups.not-member', {
    what: `${input.user.name || input.user.id} is not in ${group.name}.`,
    rule: 'Only somebody who is in a group can be taken out of it.',
  });
}

function plan(ask: RemoveAsk, membership: Membership): Plan {
  const { group, person, roles } = membership;
  return planOf({
    ...membershipPart(membership, ask.now),
    operation: id,
    tier: makesOwners(roles) ? 'critical' : 'destructive',
    title: 'Take somebody out of a group',
    gist: `${person.name} from ${group.name}`,
    warnings: warningsFor(ask, membership),
    before: { isMember: true, member: { ...person } },
    steps: [removeMemberStep({ groupId: group.id, groupName: group.name, person })],
    inverse: inverseOf('add-member', group, person),
  });
}

export const removeGroupMember = declareChange({
  id,
  tier: 'destructive',
  title: 'Take somebody out of a group',
  summary: 'They lose at once what they may do through this group only.',
  example: '/openai groups remove-member Support --user mei@acme.example --reason "moved to another team"',
  fields: groupAndPerson,
  callBudget: 3,
  known: z.object({
    group: groupSchema.nullable(),
    member: personSchema.nullable(),
    roles: z.array(roleSchema).nullable(),
  }),
  need: ({ input }, have) =>
    have.group === undefined
      ? [readGroup(input.group), readMember(input.group, input.user), readGroupRoles(input.group)]
      : [],
  plan: (ask, { group, member, roles }) => {
    if (group === null) return groupGone(ask.input.group);
    if (member === null) return refuseManaged(group) ?? notMember(ask, group);
    return refuseManaged(group) ?? plan(ask, { group, person: member, roles: roles ?? [], isMember: true });
  },
});
