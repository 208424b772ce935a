import { NOON } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';

const pace = {
  endpoint: 'GET /organization/users',
  perMinute: 6,
  tokens: 4,
  waiting: 0,
  lastThrottledAt: NOON - 60_000,
};

export const census = {
  asOf: NOON - 3_600_000,
  projects: 3,
  projectsRead: 2,
  users: 14,
  owners: 2,
  keys: 25,
  withoutOwner: 1,
  unused: 7,
  endless: 9,
  issuedHere: 4,
  withoutLimit: ['playground'],
  limitsRead: 2,
  adminKeys: 3,
  unknownAdminKeys: ['terraform (iac)'],
};

export const samples: readonly Sample[] = [
  {
    operation: 'organization.status',
    input: {},
    answers: {
      status: {
        policy: { inForce: '7F3K-9Q', proposed: null },
        pacing: [pace],
        outbox: { waiting: 1, oldest: NOON - 5_000 },
        lists: [{ name: 'projects', asOf: NOON - 60_000 }],
        frozen: ['Sam Okafor froze everything.'],
        rollout: 'nothing was opened yet',
        debts: [],
        open: 2,
      },
    },
  },
  {
    operation: 'organization.search',
    input: { text: 'search' },
    answers: { found: [{ kind: 'project', id: 'proj_1', name: 'search-dev', where: '' }] },
  },
  { operation: 'organization.census', input: {}, answers: { census } },
  {
    operation: 'organization.doctor',
    input: {},
    answers: {
      found: {
        checks: [{ title: 'Disk', state: 'warn', says: '200 MiB free.', fix: 'Make room soon.' }],
        readyFor: ['reads', 'routine'],
      },
    },
  },
];
