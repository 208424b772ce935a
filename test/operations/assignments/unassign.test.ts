import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import { judge } from '#operations/judge.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { sentBy } from '../groups/sent-by.ts';
import {
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

const fromMei = (more: object = {}, role: object = usageReader) => ({
  operation: 'assignments.unassign-user',
  input: { user: mei, role: { ...usageReader, ...role } },
  answers: { holder: meiOnWire(), held: listOnWire(heldOnWire(roleOnWire(), mei.id)), ...more },
});
const inProject = (more: object = {}) => ({
  operation: 'assignments.unassign-project-user',
  input: { project: searchDev, user: mei, role: keyReader },
  answers: {
    project: projectOnWire(),
    holder: meiOnWire(),
    held: listOnWire(heldOnWire(projectRoleOnWire(), mei.id), heldOnWire(memberRoleOnWire(), mei.id)),
    ...more,
  },
});

const owner = { id: 'role-api-organization-owner__api-organization__org_1', name: 'Owner' };
const adminKey = (ownerId: string) => ({
  object: 'organization.admin_api_key',
  id: 'key_bot',
  name: 'countersign',
  redacted_value: 'sk-admin-ab...yz',
  created_at: 1,
  owner: { type: 'user', id: ownerId, name: 'Sam Okafor' },
});
const userOnWire = (id: string, more: object = {}) => ({ ...meiOnWire({ id }), role: 'owner', added_at: 1, ...more });
const fromOwner = (more: object = {}) =>
  fromMei(
    {
      held: listOnWire(heldOnWire(ownerRoleOnWire(), mei.id)),
      user: userOnWire('user_mei'),
      own: { id: 'key_bot' },
      ownKey: adminKey('user_sam'),
      owners: listOnWire(userOnWire('user_mei'), userOnWire('user_sam')),
      ...more,
    },
    owner,
  );

describe('each of the four kinds of holder', () => {
  test.each([
    ['assignments.unassign-user', '/organization/users/user_mei/roles/role_usage'],
    ['assignments.unassign-group', '/organization/groups/group_support/roles/role_usage'],
    ['assignments.unassign-project-user', '/projects/proj_search_dev/users/user_mei/roles/role_keys'],
    [
      'assignments.unassign-project-group',
      '/projects/proj_search_dev/groups/group_support/roles/role-api-project-member',
    ],
  ])('%s deletes at its own path, where nothing is found afterwards', (id, path) => {
    const plan = planOf(samples.find(({ operation }) => operation === id)!);
    expect(sentBy(plan)).toEqual([{ call: `DELETE ${path}`, body: null, proof: ['gone', path, null] }]);
    expect(plan.tier).toBe('destructive');
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: id.replace('.unassign', '.assign') });
    expect(findOperation(plan.inverse.operation ?? '')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });
});

describe('a role that is taken away', () => {
  test('shows only what no other role allows', () => {
    const both = heldOnWire(projectRoleOnWire({ permissions: ['api.model.read', 'api.files.write'] }), mei.id);
    const held = listOnWire(both, heldOnWire(memberRoleOnWire(), mei.id));
    expect(planOf(inProject({ held })).changes).toEqual([
      { label: 'Role in search-dev', before: 'Key reader, of Mei Tanaka', after: null },
      { label: 'Loses', before: 'api.files.write', after: null },
    ]);
  });

  test('is kept with its sources, for undoing', () => {
    expect(planOf(fromMei()).before).toMatchObject({
      held: [{ id: 'role_usage', sources: [{ id: 'user_mei', kind: 'user' }] }],
    });
  });

  test('from oneself is pointed out', () => {
    expect(planOf(fromMei({ holder: erinOnWire() })).warnings).toEqual(['The requester gives up access of their own.']);
  });

  test('where OpenAI names no source is had directly', () => {
    const held = listOnWire({ ...heldOnWire(roleOnWire(), mei.id), assignment_sources: null });
    expect(sentBy(planOf(fromMei({ held })))[0]?.proof[0]).toBe('gone');
  });
});

describe('a role that also comes through a group', () => {
  const held = listOnWire(heldOnWire(roleOnWire(), mei.id, { through: [support.id] }));
  const given = fromMei({ held, groups: listOnWire(groupOnWire()) });
  const plan = planOf(given);

  test('stays, so that what is read back is that only the group is left as its source', () => {
    const [step] = sentBy(plan);
    const sources = [{ principal_id: 'group_support', principal_type: 'group' }];
    expect(step?.call).toBe('DELETE /organization/users/user_mei/roles/role_usage');
    expect(step?.proof).toEqual([
      'equals',
      '/organization/users/user_mei/roles/role_usage',
      { assignment_sources: sources },
    ]);
    const judged = (...left: readonly object[]) =>
      judge('equals', { assignment_sources: sources }, { assignment_sources: left } as never).kind;
    expect(judged(...sources)).toBe('applied');
    expect(judged({ principal_id: 'user_mei', principal_type: 'user' }, ...sources)).toBe('absent');
  });

  test('loses nothing yet, which is said, and needs no undoing', () => {
    expect(plan.changes).toHaveLength(1);
    expect(plan.warnings).toEqual(['Nothing is lost yet: it stays through the group Support.']);
    expect(plan.inverse).toMatchObject({ verdict: 'none', operation: null });
  });

  test('makes the request stale when the group is left meanwhile', () => {
    expect(canonicalJson(planOf(fromMei()).guards)).not.toBe(canonicalJson(plan.guards));
  });

  test('is refused when it comes only through the group, which is named', () => {
    const only = listOnWire(heldOnWire(roleOnWire(), mei.id, { itself: false, through: [support.id, 'group_x'] }));
    expect(refusalOf(fromMei({ held: only, groups: listOnWire(groupOnWire()) }))).toMatchObject({
      code: 'assignments.inherited',
      what: 'Mei Tanaka has the role Usage reader through the groups Support, group_x.',
    });
  });
});

describe('an owner', () => {
  test('can stop being one when there are others and this bot’s key is not theirs', () => {
    const plan = planOf(fromOwner());
    expect(plan.tier).toBe('critical');
    expect(plan.warnings).toEqual([
      'Mei Tanaka stops being as good as an owner of the organization through this role.',
    ]);
  });

  test.each([
    ['users.last-owner', { owners: listOnWire(userOnWire('user_mei')) }],
    ['users.own-key', { ownKey: adminKey('user_mei') }],
    ['users.managed', { user: userOnWire('user_mei', { is_scim_managed: true }) }],
    ['users.default', { user: userOnWire('user_mei', { is_default: true }) }],
  ])('is refused with %s', (code, more) => {
    expect(refusalOf(fromOwner(more)).code).toBe(code);
  });

  test('is looked at in three rounds of six calls at most', () => {
    const operation = findOperation('assignments.unassign-user')!;
    const { calls, rounds } = gatherByHand(operation, erinAsks(fromOwner().input), fromOwner().answers);
    expect(rounds).toBe(3);
    expect(calls.length).toBeLessThanOrEqual(operation.callBudget);
  });

  test('through a role of one’s own may own the key this bot uses, which is said', () => {
    const role = roleOnWire({ permissions: ['api.management.write'] });
    const plan = planOf(fromMei({ held: listOnWire(heldOnWire(role, mei.id)) }));
    expect(plan.tier).toBe('critical');
    expect(plan.warnings[1]).toContain('could stop working');
  });

  test('of a project stops being one of that only', () => {
    const role = memberRoleOnWire({ id: 'role-api-project-owner', name: 'Project Owner' });
    const given = inProject({ held: listOnWire(heldOnWire(role, mei.id)) });
    const plan = planOf({ ...given, input: { ...given.input, role: { id: role.id, name: role.name } } });
    expect(plan).toMatchObject({
      tier: 'destructive',
      warnings: ['Mei Tanaka stops being as good as an owner of search-dev through this role.'],
    });
  });
});

test.each([
  ['assignments.holder-gone', fromMei({ holder: null })],
  ['assignments.not-held', fromMei({ held: listOnWire() })],
  ['assignments.no-access', inProject({ held: null })],
  ['assignments.archived', inProject({ project: projectOnWire({ status: 'archived' }) })],
])('it is refused with %s', (code, given) => {
  expect(refusalOf(given).code).toBe(code);
});
