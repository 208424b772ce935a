import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { InputOf } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type Group, groupSchema } from '../objects/group.ts';
import { hasAddress, keepPerson, type Person, personSchema } from '../objects/person.ts';
import { roleSchema } from '../objects/role.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { groupAndPerson } from './fields.ts';
import { addMemberStep } from './member-steps.ts';
import { inverseOf, makesOwners, type Membership, membershipPart, readMember } from './membership.ts';
import { readGroup, readGroupRoles } from './reads.ts';
import { groupGone, refuseManaged } from './refusals.ts';

const id = operationId('groups.add-member');

const known = z.object({
  group: groupSchema.nullable(),
  person: personSchema.nullable(),
  member: personSchema.nullable(),
  roles: z.array(roleSchema).nullable(),
});
type AddAsk = Ask<InputOf<typeof groupAndPerson>>;

function need({ input }: AddAsk, have: Partial<z.infer<typeof known>>): readonly Need[] {
  if (have.group !== undefined) return [];
  return [
    readGroup(input.group),
    read('person', {
      call: call('GET /organization/users/{user_id}', { params: { user_id: input.user.id } }),
      keep: keepPerson,
      absent: 'null',
    }),
    readMember(input.group, input.user),
    readGroupRoles(input.group),
  ];
}

function nobody({ input }: AddAsk): Refusal {
  return refuse('groups.nobody', {
    what: `${input.user.name || input.user.id} is not in the organization any more.`,
    rule: 'Only somebody who is in the organization can be in one of its groups.',
    whoCan: 'They have to be invited first.',
  });
}

function isMemberAlready(group: Group, person: Person): Refusal {
  const what = `${person.name} is in ${group.name} already.`;
  return refuse('groups.member', { what, rule: 'A request has to change something.' });
}

function warningsFor(ask: AddAsk, { person, roles }: Membership): readonly string[] {
  return [
    ...(makesOwners(roles) ? [`This makes ${person.name} as good as an owner of the organization.`] : []),
    ...(hasAddress(person, ask.requester.openaiEmail) ? ['The requester asks for access for themselves.'] : []),
  ];
}

function plan(ask: AddAsk, membership: Membership): Plan {
  const { group, person, roles } = membership;
  return planOf({
    ...membershipPart(membership, ask.now),
    operation: id,
    tier: makesOwners(roles) ? 'critical' : 'routine',
    title: 'Add somebody to a group',
    gist: `${person.name} to ${group.name}`,
    warnings: warningsFor(ask, membership),
    before: { isMember: false },
    steps: [addMemberStep({ groupId: group.id, groupName: group.name, person })],
    inverse: inverseOf('remove-member', group, person),
  });
}

export const addGroupMember = declareChange({
  id,
  tier: 'routine',
  title: 'Add somebody to a group',
  summary: 'Puts one person into a group. They may at once do what the group may do.',
  example: '/openai groups add-member Support --user mei@acme.example --reason "joined the team"',
  fields: groupAndPerson,
  callBudget: 4,
  known,
  need,
  plan: (ask, { group, person, member, roles }) => {
    if (group === null) return groupGone(ask.input.group);
    if (person === null) return nobody(ask);
    const refusal = refuseManaged(group) ?? (member === null ? null : isMemberAlready(group, person));
    return refusal ?? plan(ask, { group, person, roles: roles ?? [], isMember: false });
  },
});
