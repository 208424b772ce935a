import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { restoreGroup } from '#operations/groups/restore.ts';
import { bindJson } from '#operations/template.ts';
import { erinAsks } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { samples, users } from './samples.ts';
import { bindings, sentBy } from './sent-by.ts';
import { erin, ownerRoleOnWire } from './wire.ts';

const sample = samples.find(({ operation }) => operation === 'groups.restore')!;
const withInput = (more: object) => ({ ...sample, input: { ...sample.input, ...more } });
const withAnswers = (more: object) => ({ ...sample, answers: { ...sample.answers, ...more } });
const plan = planOf(sample);

const IN_PROJECT = '/organization/projects/proj_search_dev/groups';
const ROLES_THERE = '/projects/proj_search_dev/groups/made_1/roles';

test('a group is made, given its roles and projects, and its members come last', () => {
  expect(sentBy(plan)).toEqual([
    {
      call: 'POST /organization/groups',
      body: { name: 'Research' },
      proof: ['listed', '/organization/groups', { name: 'Research', is_scim_managed: false }],
    },
    {
      call: 'POST /organization/groups/made_1/roles',
      body: { role_id: 'role_usage' },
      proof: ['equals', '/organization/groups/made_1/roles/role_usage', {}],
    },
    {
      call: `POST ${IN_PROJECT}`,
      body: { group_id: 'made_1', role: 'role-api-project-member' },
      proof: ['equals', `${IN_PROJECT}/made_1`, { group_id: 'made_1' }],
    },
    {
      call: `POST ${ROLES_THERE}`,
      body: { role_id: 'role_keys' },
      proof: ['equals', `${ROLES_THERE}/role_keys`, {}],
    },
    {
      call: 'POST /organization/groups/made_1/users',
      body: { user_id: 'user_mei' },
      proof: ['equals', '/organization/groups/made_1/users/user_mei', { id: 'user_mei' }],
    },
  ]);
  expect(new Set(plan.steps.map(({ id }) => id)).size).toBe(plan.steps.length);
});

test('what it gets is shown by name', () => {
  expect(plan.changes.map(({ label, after }) => [label, after])).toEqual([
    ['New group', 'Research'],
    ['Roles in the organization', 'Usage reader'],
    ['Roles in search-dev', 'Project Member, Key reader'],
    ['Members', 'mei@acme.example'],
  ]);
  expect(plan).toMatchObject({ tier: 'destructive', warnings: [] });
});

test('undoing deletes the group that was made', () => {
  expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'groups.delete' });
  expect(bindJson(plan.inverse.input ?? {}, bindings)).toEqual({ group: { id: 'made_1', name: 'Research' } });
});

describe('what is gone by now', () => {
  test('is left out and named', () => {
    const less = planOf(
      withInput({
        members: ['user_mei', 'user_left'],
        roles: ['role_deleted'],
        projects: ['proj_search_dev:role-api-project-member', 'proj_search_dev:role_x'],
      }),
    );
    expect(less.warnings).toEqual(['Left out, because it is gone: user_left, role_deleted, proj_search_dev:role_x']);
    expect(sentBy(less).map(({ call }) => call)).toEqual([
      'POST /organization/groups',
      `POST ${IN_PROJECT}`,
      'POST /organization/groups/made_1/users',
    ]);
  });

  test('may be a whole project', () => {
    const answers = { ...sample.answers, 'roles:proj_search_dev': null };
    expect(planOf({ ...sample, answers }).steps.some(({ id }) => id.startsWith('project'))).toBe(false);
  });

  test('may be everything', () => {
    const bare = planOf(withInput({ members: null, roles: null, projects: null }));
    expect(bare.steps).toHaveLength(1);
  });
});

test('a group of owners is critical', () => {
  const role = ownerRoleOnWire({ id: 'role_usage' });
  const critical = planOf(withAnswers({ roles: listOnWire(role) }));
  expect(critical.tier).toBe('critical');
  expect(critical.warnings).toContain('Members become as good as owners.');
});

test('a requester among the members is pointed out', () => {
  const own = planOf({
    ...withInput({ members: ['user_mei', 'user_erin'] }),
    answers: {
      ...sample.answers,
      users: { ...users, items: [...users.items, { ...erin, role: 'reader', addedAt: 1 }] },
    },
  });
  expect(own.warnings).toEqual(['The requester is one of the members.']);
});

describe('it is refused', () => {
  test('when there is a group of that name', () => {
    expect(refusalOf(withInput({ name: 'support' })).code).toBe('groups.taken');
  });

  test('when it would take more than fifty calls', () => {
    const ids = Array.from({ length: 49 }, (_, n) => `user_${n}`);
    const items = ids.map((id) => ({ id, email: `${id}@acme.example`, name: id, role: 'reader', addedAt: 1 }));
    const given = {
      ...withInput({ members: ids }),
      answers: { ...sample.answers, users: { ...users, items } },
    };
    expect(refusalOf(given)).toMatchObject({ code: 'groups.too-many-steps', what: 'Research would take 53 calls.' });
  });

  test('when it would have to ask more than ten projects', () => {
    const projects = Array.from({ length: 11 }, (_, n) => `proj_${n}:role_1`);
    const needs = restoreGroup.need(erinAsks(withInput({ projects }).input), {});
    expect(isRefusal(needs) && needs.code).toBe('groups.too-many-projects');
  });

  test.each([['proj_1'], ['proj_1:'], [':role_1'], ['proj 1:role']])(
    'when a role in a project is written %j',
    (word) => {
      expect(restoreGroup.parseInput({ ...sample.input, projects: [word] }).success).toBe(false);
    },
  );
});
