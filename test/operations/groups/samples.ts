import { NOON, searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import {
  groupOnWire,
  managedOnWire,
  mei,
  meiOnWire,
  memberRoleOnWire,
  projectRoleOnWire,
  roleOnWire,
  support,
} from './wire.ts';

/** What our memory knows of the projects. */
const projects = {
  asOf: NOON - 30_000,
  items: [
    { ...searchDev, status: 'active', createdAt: NOON - 410 },
    { id: 'proj_playground', name: 'playground', status: 'active', createdAt: NOON - 310 },
    { id: 'proj_hackweek', name: 'hackweek', status: 'archived', createdAt: NOON - 210 },
  ],
};

export const users = {
  asOf: NOON - 30_000,
  items: [{ ...mei, role: 'reader', addedAt: NOON - 410 }],
};

const group = groupOnWire();
const groups = listOnWire(groupOnWire(), managedOnWire());
const members = listOnWire(meiOnWire());
const roles = listOnWire(roleOnWire());

export const deleting = {
  operation: 'groups.delete',
  input: { group: support },
  answers: {
    group,
    members,
    roles,
    projects,
    'in:proj_search_dev': listOnWire(memberRoleOnWire(), projectRoleOnWire()),
    'in:proj_playground': null,
  },
} as const;

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'groups.list', input: {}, answers: { groups } },
  { operation: 'groups.show', input: { group: support }, answers: { group, members, roles } },
  { operation: 'groups.members', input: { group: support }, answers: { group, members } },
  { operation: 'groups.create', input: { name: 'Research' }, answers: { groups } },
  { operation: 'groups.rename', input: { group: support, name: 'Customer support' }, answers: { group, groups } },
  {
    operation: 'groups.add-member',
    input: { group: support, user: mei },
    answers: { group, person: meiOnWire(), member: null, roles },
  },
  {
    operation: 'groups.remove-member',
    input: { group: support, user: mei },
    answers: { group, member: meiOnWire(), roles },
  },
  deleting,
  {
    operation: 'groups.restore',
    input: {
      name: 'Research',
      members: ['user_mei'],
      roles: ['role_usage'],
      projects: ['proj_search_dev:role-api-project-member', 'proj_search_dev:role_keys'],
    },
    answers: {
      groups,
      roles,
      users,
      projects,
      'roles:proj_search_dev': listOnWire(memberRoleOnWire(), projectRoleOnWire()),
    },
  },
];
