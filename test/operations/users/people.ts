import { NOON, searchDev } from '../erin-asks.ts';
import { accountKeyOnWire, listOnWire, memberOnWire, userKeyOnWire } from '../wire.ts';
import { bea, heldOnWire, ownerOnWire, ownKeyOnWire, readerRoleOnWire, sam, userOnWire } from './wire.ts';

/** Answers from which the tests of this family start. */

const billing = { id: 'proj_billing', name: 'billing' } as const;
const playground = { id: 'proj_playground', name: 'playground' } as const;

export const projects = {
  asOf: NOON - 30_000,
  items: [
    { ...searchDev, status: 'active', createdAt: NOON - 410 },
    { ...billing, status: 'active', createdAt: NOON - 310 },
    { ...playground, status: 'active', createdAt: NOON - 210 },
    { id: 'proj_hackweek', name: 'hackweek', status: 'archived', createdAt: NOON - 110 },
  ],
};

export const own = { id: 'key_own' };
export const owners = listOnWire(ownerOnWire(), ownerOnWire({ ...bea }));

export const reach = { user: userOnWire(), own, ownKey: ownKeyOnWire() };
/** Bea, an owner whose key is not ours. */
export const reachOwner = { user: ownerOnWire({ ...bea }), own, ownKey: ownKeyOnWire(), owners };

export const keyFound = { kind: 'key', id: 'key_old', name: 'old script', where: 'hackday · sk-proj-old...wxyz' };

export const removing = {
  operation: 'users.remove',
  input: { user: { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' } },
  answers: { ...reach, roles: listOnWire(readerRoleOnWire(), heldOnWire()), found: [] },
} as const;

export const samMember = memberOnWire({ ...sam, role: 'owner' });

export const offboarding = {
  operation: 'users.offboard',
  input: {
    user: { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' },
    successor: null,
    from: null,
    part: null,
  },
  answers: {
    user: userOnWire(),
    found: [],
    projects,
    held: { issued: [], known: [] },
    own,
    roles: listOnWire(readerRoleOnWire()),
    adminKeys: listOnWire(ownKeyOnWire()),
    invites: listOnWire(),
    'keys in proj_search_dev': listOnWire(userKeyOnWire(), accountKeyOnWire()),
    'keys in proj_billing': listOnWire(),
    'members of proj_billing': listOnWire(memberOnWire({ role: 'owner' }), samMember),
  },
} as const;

export const joining = {
  operation: 'users.onboard',
  input: { email: 'erin@acme.example', role: null, projects: ['playground', 'search-dev'] },
  answers: {
    present: listOnWire(userOnWire()),
    earlier: listOnWire(),
    projects,
    'member of proj_playground': null,
    'member of proj_search_dev': memberOnWire(),
  },
} as const;
