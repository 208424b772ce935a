import { searchDev } from '../erin-asks.ts';
import {
  groupOnWire,
  meiOnWire,
  memberRoleOnWire,
  projectGroupOnWire,
  projectRoleOnWire,
  support,
} from '../groups/wire.ts';
import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';

export const asMember = { id: 'role-api-project-member', name: 'Project Member' } as const;

const there = { group: groupOnWire(), members: listOnWire(meiOnWire()) };
const held = listOnWire(memberRoleOnWire(), projectRoleOnWire());

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  {
    operation: 'project-groups.list',
    input: { project: searchDev },
    answers: { groups: listOnWire(projectGroupOnWire()) },
  },
  {
    operation: 'project-groups.show',
    input: { project: searchDev, group: support },
    answers: { ...there, held, inProject: projectGroupOnWire() },
  },
  {
    operation: 'project-groups.add',
    input: { project: searchDev, group: support, role: asMember, also: ['role_keys'] },
    answers: { project: projectOnWire(), ...there, roles: held, inProject: null },
  },
  {
    operation: 'project-groups.remove',
    input: { project: searchDev, group: support },
    answers: { project: projectOnWire(), ...there, held, inProject: projectGroupOnWire() },
  },
];
