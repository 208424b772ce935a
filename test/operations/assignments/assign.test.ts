import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { sentBy } from '../groups/sent-by.ts';
import {
  erin,
  erinOnWire,
  groupOnWire,
  heldOnWire,
  mei,
  meiOnWire,
  memberRoleOnWire,
  ownerRoleOnWire,
  projectRoleOnWire,
  roleOnWire,
  support,
} from '../groups/wire.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { keyReader, usageReader } from '../roles/samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { samples } from './samples.ts';

const toMei = (more: object = {}) => ({
  operation: 'assignments.assign-user',
  input: { user: mei, role: usageReader },
  answers: { holder: meiOnWire(), held: listOnWire(), role: roleOnWire(), ...more },
});
const toSupport = (more: object = {}) => ({
  operation: 'assignments.assign-group',
  input: { group: support, role: usageReader },
  answers: {
    holder: groupOnWire(),
    held: listOnWire(),
    role: roleOnWire(),
    members: listOnWire(meiOnWire(), erinOnWire()),
    ...more,
  },
});
const inProject = (more: object = {}) => ({
  operation: 'assignments.assign-project-user',
  input: { project: searchDev, user: mei, role: keyReader },
  answers: {
    project: projectOnWire(),
    holder: meiOnWire(),
    held: listOnWire(heldOnWire(memberRoleOnWire(), mei.id)),
    role: projectRoleOnWire(),
    ...more,
  },
});

describe('each of the four kinds of holder', () => {
  const USER = '/organization/users/user_mei/roles';
  const GROUP = '/organization/groups/group_support/roles';
  const USER_THERE = '/projects/proj_search_dev/users/user_mei/roles';
  const GROUP_THERE = '/projects/proj_search_dev/groups/group_support/roles';

  test.each([
    { id: 'assignments.assign-user', path: USER, roleId: 'role_usage', tier: 'destructive' },
    { id: 'assignments.assign-group', path: GROUP, roleId: 'role_usage', tier: 'destructive' },
    { id: 'assignments.assign-project-user', path: USER_THERE, roleId: 'role_keys', tier: 'routine' },
    { id: 'assignments.assign-project-group', path: GROUP_THERE, roleId: 'role_keys', tier: 'destructive' },
  ])('$id sends the role’s id to its own path and reads it back there', ({ id, path, roleId, tier }) => {
    const plan = planOf(samples.find(({ operation }) => operation === id)!);
    expect(sentBy(plan)).toEqual([
      { call: `POST ${path}`, body: { role_id: roleId }, proof: ['equals', `${path}/${roleId}`, {}] },
    ]);
    expect(plan.tier).toBe(tier);
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: id.replace('.assign', '.unassign') });
    expect(findOperation(plan.inverse.operation ?? '')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });
});

describe('a role that is given', () => {
  test('shows only what it adds to what is allowed anyway', () => {
    const role = projectRoleOnWire({ permissions: ['api.model.read', 'api.files.write'] });
    expect(planOf(inProject({ role })).changes).toEqual([
      { label: 'Role in search-dev', before: null, after: 'Key reader, to Mei Tanaka' },
      { label: 'Gains', before: null, after: 'api.files.write' },
    ]);
  });

  test('names the person, who never approves it', () => {
    const plan = planOf(toMei());
    expect(plan.beneficiaryEmail).toBe('mei@acme.example');
    expect(plan.target).toEqual({ kind: 'person', id: 'user_mei', name: 'Mei Tanaka' });
    expect(plan.holds).toBe('Mei Tanaka (mei@acme.example) · has no role in the organization');
  });

  test('to oneself is pointed out, also through a group', () => {
    const own = planOf({ ...toMei({ holder: erinOnWire() }), input: { user: erin, role: usageReader } });
    expect(own.warnings).toEqual(['The requester asks for access for themselves.']);
    expect(planOf(toSupport()).warnings).toEqual([
      'Everybody in the group gets it: 2 people now, and whoever joins later.',
      'The requester asks for access for themselves.',
    ]);
    expect(
      planOf({ ...toMei(), ask: { requester: { ...erinAsks({}).requester, openaiEmail: null } } }).warnings,
    ).toEqual([]);
  });

  test.each([
    ['the built-in owner', ownerRoleOnWire()],
    ['the built-in owner by its short id', ownerRoleOnWire({ id: 'role-api-organization-owner', permissions: [] })],
    ['one that may administer', roleOnWire({ permissions: ['api.management.write'] })],
  ])('is critical when it makes an owner: %s', (_, role) => {
    const plan = planOf(toMei({ role }));
    expect(plan.tier).toBe('critical');
    expect(plan.warnings[0]).toBe('This makes Mei Tanaka as good as an owner of the organization.');
  });

  test('is critical when it makes the owner of a project', () => {
    const role = memberRoleOnWire({ id: 'role-api-project-owner', name: 'Project Owner' });
    expect(planOf(inProject({ role })).tier).toBe('critical');
  });

  test('to a group of the identity provider is fine: only its members come from there', () => {
    expect(planOf(toSupport({ holder: groupOnWire({ is_scim_managed: true }) })).steps).toHaveLength(1);
  });

  test('stands on what the role allows, on what is had already, and on the names', () => {
    const base = canonicalJson(planOf(inProject()).guards);
    for (const more of [
      { role: projectRoleOnWire({ permissions: ['api.x.read'] }) },
      { held: listOnWire() },
      { holder: meiOnWire({ email: 'other@acme.example' }) },
      { project: projectOnWire({ name: 'search-prod' }) },
    ]) {
      expect(canonicalJson(planOf(inProject(more)).guards)).not.toBe(base);
    }
  });
});

describe('it is refused', () => {
  const held = listOnWire(heldOnWire(roleOnWire(), mei.id));
  const inherited = listOnWire(heldOnWire(roleOnWire(), mei.id, { itself: false, through: [support.id] }));
  const groups = listOnWire(groupOnWire());

  test.each([
    ['assignments.holder-gone', toMei({ holder: null })],
    ['roles.gone', toMei({ role: null })],
    ['assignments.same', toMei({ held })],
    ['assignments.same', toMei({ held: inherited, groups })],
    ['assignments.no-access', inProject({ held: null })],
    ['assignments.archived', inProject({ project: projectOnWire({ status: 'archived' }) })],
    ['assignments.managed', toMei({ holder: meiOnWire({ is_scim_managed: true }), role: ownerRoleOnWire() })],
  ])('with %s', (code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('and says through which group it is had already', () => {
    expect(refusalOf(toMei({ held: inherited, groups })).what).toBe(
      'Mei Tanaka has the role Usage reader in the organization already, through the group Support.',
    );
  });

  test('also when the same built-in role is spelled in another way', () => {
    const long = memberRoleOnWire({ id: 'role-api-project-member__api-project__proj_search_dev' });
    const role = memberRoleOnWire();
    expect(refusalOf(inProject({ role, held: listOnWire(heldOnWire(long, mei.id)) })).code).toBe('assignments.same');
  });

  test('not for a role of one’s own to somebody of the identity provider', () => {
    expect(planOf(toMei({ holder: meiOnWire({ is_scim_managed: true }) })).steps).toHaveLength(1);
  });
});

test('everything is read at once, names of groups only when a role comes through one', () => {
  const operation = findOperation('assignments.assign-group')!;
  const { calls, rounds } = gatherByHand(operation, erinAsks(toSupport().input), toSupport().answers);
  expect(rounds).toBe(1);
  expect(calls.map(pathOf)).toEqual([
    '/organization/groups/group_support',
    '/organization/groups/group_support/roles',
    '/organization/groups/group_support/users',
    '/organization/roles/role_usage',
  ]);
});
