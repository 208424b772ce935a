import { call } from '../call.ts';
import type { ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepGroup, keepGroups } from '../objects/group.ts';
import { keepPeople } from '../objects/person.ts';
import { keepRoles } from '../objects/role.ts';

/** The group itself; null when it is gone. */
export function readGroup({ id }: ThingRef): Need {
  return read('group', {
    call: call('GET /organization/groups/{group_id}', { params: { group_id: id } }),
    keep: keepGroup,
    absent: 'null',
  });
}

/** All groups, because names are not unique at OpenAI and have to be here. */
export function readGroups(): Need {
  return read('groups', { call: call('GET /organization/groups'), keep: keepGroups, pages: 'all' });
}

export function readMembers({ id }: ThingRef): Need {
  return read('members', {
    call: call('GET /organization/groups/{group_id}/users', { params: { group_id: id } }),
    keep: keepPeople,
    pages: 'all',
    absent: 'null',
  });
}

/** What the group may do in the organization, and so everybody in it. */
export function readGroupRoles({ id }: ThingRef): Need {
  return read('roles', {
    call: call('GET /organization/groups/{group_id}/roles', { params: { group_id: id } }),
    keep: keepRoles,
    pages: 'all',
    absent: 'null',
  });
}
