import { operationId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { call } from '../call.ts';
import type { ThingRef, UserRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type Group, groupGuard } from '../objects/group.ts';
import { keepPerson, type Person, sayPerson, userInput } from '../objects/person.ts';
import { type Role, rolesGuard } from '../objects/role.ts';
import type { Change, Inverse, Plan } from '../plan.ts';
import { linesOf } from '../roles/lines.ts';
import { isOwnerLike } from '../roles/permissions.ts';
import { groupInput } from './describe-group.ts';

/** Whether somebody is in a group; null when not. */
export function readMember(group: ThingRef, user: UserRef): Need {
  return read('member', {
    call: call('GET /organization/groups/{group_id}/users/{user_id}', {
      params: { group_id: group.id, user_id: user.id },
    }),
    keep: keepPerson,
    absent: 'null',
  });
}

export const makesOwners = (roles: readonly Role[]): boolean => roles.some(isOwnerLike);

/** What a membership is about, whether it begins or ends: the person, the group, and what the group may do. */
export interface Membership {
  readonly group: Group;
  readonly person: Person;
  readonly roles: readonly Role[];
  /** Before the change. */
  readonly isMember: boolean;
}

type OfBoth = 'target' | 'beneficiaryEmail' | 'changes' | 'holds' | 'facts' | 'guards';

/** The part of a plan that adding and removing have in common. A group's projects list it, not the other way round, so that is said. */
export function membershipPart({ group, person, roles, isMember }: Membership, now: Instant): Pick<Plan, OfBoth> {
  const change = (label: string, value: string): Change =>
    isMember ? { label, before: value, after: null } : { label, before: null, after: value };
  const names = roles.map((role) => role.name).join(', ') || 'no role in the organization';
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))];
  return {
    target: { kind: 'group', id: group.id, name: group.name },
    beneficiaryEmail: person.email,
    changes: [
      change(`Member of ${group.name}`, sayPerson(person)),
      ...roles.map((role) => change('Role through the group', role.name)),
    ],
    holds: `${group.name} has ${names}, and what it has in projects`,
    facts: linesOf(permissions.toSorted()).map((value) => ({ label: 'The group may', value, at: now })),
    guards: {
      group: groupGuard(group),
      person: { user: person.id, email: person.email },
      isMember,
      roles: rolesGuard(roles),
    },
  };
}

/** Adding and removing undo each other. */
export function inverseOf(verb: 'add-member' | 'remove-member', group: Group, person: Person): Inverse {
  const sentence =
    verb === 'add-member'
      ? `add ${person.name} to the group again; everything the group may do comes back with it.`
      : `take ${person.name} out of the group again; what was done with the access meanwhile stays done.`;
  const input = { ...groupInput(group), user: userInput(person) };
  return { verdict: 'exact', sentence, operation: operationId(`groups.${verb}`), input };
}
