import { searchDev } from '../erin-asks.ts';
import { groupOnWire, managedOnWire, projectGroupOnWire, projectRoleOnWire, roleOnWire } from '../groups/wire.ts';
import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';

export const usageReader = { id: 'role_usage', name: 'Usage reader' } as const;
export const keyReader = { id: 'role_keys', name: 'Key reader' } as const;

const noChange = { name: null, add: null, remove: null, description: null, noDescription: null };
const project = projectOnWire();
const groups = listOnWire(groupOnWire(), managedOnWire());
const holders = { groups, 'holds:group_support': roleOnWire(), 'holds:group_okta': null };
const inProject = { groups: listOnWire(projectGroupOnWire()), 'holds:group_support': projectRoleOnWire() };

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'roles.list', input: {}, answers: { roles: listOnWire(roleOnWire()) } },
  {
    operation: 'roles.list-project',
    input: { project: searchDev },
    answers: { roles: listOnWire(projectRoleOnWire()) },
  },
  { operation: 'roles.show', input: { role: usageReader }, answers: { role: roleOnWire() } },
  {
    operation: 'roles.show-project',
    input: { project: searchDev, role: keyReader },
    answers: { role: projectRoleOnWire() },
  },
  {
    operation: 'roles.create',
    input: { name: 'Group manager', permissions: ['api.groups.write', 'api.groups.read'], description: null },
    answers: { roles: listOnWire(roleOnWire()) },
  },
  {
    operation: 'roles.create-project',
    input: { project: searchDev, name: 'Model user', permissions: ['api.model.read'], description: 'Reads models' },
    answers: { project, roles: listOnWire(projectRoleOnWire()) },
  },
  {
    operation: 'roles.update',
    input: { ...noChange, role: usageReader, name: 'Usage and costs', add: ['api.costs.read'] },
    answers: { role: roleOnWire(), roles: listOnWire(roleOnWire()), ...holders },
  },
  {
    operation: 'roles.update-project',
    input: { ...noChange, project: searchDev, role: keyReader, description: 'Lists keys' },
    answers: { project, role: projectRoleOnWire(), ...inProject },
  },
  { operation: 'roles.delete', input: { role: usageReader }, answers: { role: roleOnWire(), ...holders } },
  {
    operation: 'roles.delete-project',
    input: { project: searchDev, role: keyReader },
    answers: { project, role: projectRoleOnWire(), ...inProject },
  },
];
