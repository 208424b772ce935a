import { NOON, searchDev } from '../erin-asks.ts';
import { knownKey, type Sample } from '../samples.ts';
import { samMember } from '../users/people.ts';
import { bea, erin } from '../users/wire.ts';
import { listOnWire, memberOnWire, projectOnWire } from '../wire.ts';

const project = projectOnWire();

export const memberRoleOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'role-api-project-member',
  name: 'Project Member',
  description: null,
  permissions: ['api.model.request'],
  predefined_role: true,
  assignment_sources: [{ principal_id: 'user_erin', principal_type: 'user' }],
  ...more,
});

export const adding = {
  operation: 'members.add',
  input: { project: searchDev, user: bea, role: 'member' },
  answers: { project, member: null },
} as const;

export const settingRole = {
  operation: 'members.set-role',
  input: { project: searchDev, user: erin, role: 'owner' },
  answers: { project, members: listOnWire(memberOnWire(), samMember) },
} as const;

export const removing = {
  operation: 'members.remove',
  input: { project: searchDev, user: erin },
  answers: {
    project,
    members: listOnWire(memberOnWire(), samMember),
    roles: listOnWire(memberRoleOnWire()),
    keys: { asOf: NOON - 60_000, items: [] },
  },
} as const;

export const showing = {
  operation: 'members.show',
  input: { project: searchDev, user: erin },
  answers: {
    project,
    member: memberOnWire(),
    roles: listOnWire(memberRoleOnWire()),
    keys: { asOf: NOON, items: [knownKey()] },
  },
} as const;

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  {
    operation: 'members.list',
    input: { project: searchDev },
    answers: { project, members: listOnWire(memberOnWire(), samMember) },
  },
  showing,
  adding,
  settingRole,
  removing,
];
