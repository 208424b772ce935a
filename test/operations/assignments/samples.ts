import { searchDev } from '../erin-asks.ts';
import {
  groupOnWire,
  heldOnWire,
  mei,
  meiOnWire,
  memberRoleOnWire,
  projectRoleOnWire,
  roleOnWire,
  support,
} from '../groups/wire.ts';
import { keyReader, usageReader } from '../roles/samples.ts';
import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';

const project = projectOnWire();
const members = listOnWire(meiOnWire());
const person = { holder: meiOnWire() };
const group = { holder: groupOnWire(), members };
const ofMei = heldOnWire(roleOnWire(), mei.id);
const ofSupport = heldOnWire(roleOnWire(), support.id);
const ofMeiInProject = heldOnWire(projectRoleOnWire(), mei.id);
const memberInProject = heldOnWire(memberRoleOnWire(), support.id);

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'assignments.list-user', input: { user: mei }, answers: { ...person, held: listOnWire(ofMei) } },
  {
    operation: 'assignments.list-group',
    input: { group: support },
    answers: { holder: groupOnWire(), held: listOnWire(ofSupport) },
  },
  {
    operation: 'assignments.list-project-user',
    input: { project: searchDev, user: mei },
    answers: {
      ...person,
      held: listOnWire(heldOnWire(memberRoleOnWire(), mei.id, { itself: false, through: [support.id] })),
      groups: listOnWire(groupOnWire()),
    },
  },
  {
    operation: 'assignments.list-project-group',
    input: { project: searchDev, group: support },
    answers: { holder: groupOnWire(), held: listOnWire(memberInProject) },
  },
  {
    operation: 'assignments.assign-user',
    input: { user: mei, role: usageReader },
    answers: { ...person, held: listOnWire(), role: roleOnWire() },
  },
  {
    operation: 'assignments.assign-group',
    input: { group: support, role: usageReader },
    answers: { ...group, held: listOnWire(), role: roleOnWire() },
  },
  {
    operation: 'assignments.assign-project-user',
    input: { project: searchDev, user: mei, role: keyReader },
    answers: {
      project,
      ...person,
      held: listOnWire(heldOnWire(memberRoleOnWire(), mei.id)),
      role: projectRoleOnWire(),
    },
  },
  {
    operation: 'assignments.assign-project-group',
    input: { project: searchDev, group: support, role: keyReader },
    answers: { project, ...group, held: listOnWire(memberInProject), role: projectRoleOnWire() },
  },
  {
    operation: 'assignments.unassign-user',
    input: { user: mei, role: usageReader },
    answers: { ...person, held: listOnWire(ofMei) },
  },
  {
    operation: 'assignments.unassign-group',
    input: { group: support, role: usageReader },
    answers: { ...group, held: listOnWire(ofSupport) },
  },
  {
    operation: 'assignments.unassign-project-user',
    input: { project: searchDev, user: mei, role: keyReader },
    answers: { project, ...person, held: listOnWire(ofMeiInProject) },
  },
  {
    operation: 'assignments.unassign-project-group',
    input: { project: searchDev, group: support, role: { id: 'role-api-project-member', name: 'Project Member' } },
    answers: { project, ...group, held: listOnWire(memberInProject) },
  },
];
