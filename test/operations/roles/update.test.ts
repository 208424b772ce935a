import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { updateRole } from '#operations/roles/update.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { sentBy } from '../groups/sent-by.ts';
import {
  groupOnWire,
  managedOnWire,
  ownerRoleOnWire,
  projectGroupOnWire,
  projectRoleOnWire,
  roleOnWire,
} from '../groups/wire.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { keyReader, usageReader } from './samples.ts';

const nothing = { name: null, add: null, remove: null, description: null, noDescription: null };
const groups = listOnWire(groupOnWire(), managedOnWire());
const updating = (input: object, more: object = {}) => ({
  operation: 'roles.update',
  input: { ...nothing, role: usageReader, ...input },
  answers: {
    role: roleOnWire(),
    roles: listOnWire(roleOnWire(), ownerRoleOnWire()),
    groups,
    'holds:group_support': roleOnWire(),
    'holds:group_okta': null,
    ...more,
  },
});

const ONE = '/organization/roles/role_usage';

describe('permissions', () => {
  const plan = planOf(
    updating({ add: ['api.costs.read', 'api.costs.read'], remove: ['api.usage.read', 'api.x.read'] }),
  );

  test('are sent as the whole new list, which replaces the old one', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: `POST ${ONE}`,
        body: { permissions: ['api.costs.read'] },
        proof: ['equals', ONE, { permissions: ['api.costs.read'] }],
      },
    ]);
  });

  test('are shown as gained and lost', () => {
    expect(plan.changes).toEqual([
      { label: 'Its holders gain', before: null, after: 'api.costs.read' },
      { label: 'Its holders lose', before: 'api.usage.read', after: null },
    ]);
    expect(plan.tier).toBe('destructive');
  });

  test('are given back by the same request the other way round', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'roles.update' });
    expect(plan.inverse.input).toEqual({
      ...nothing,
      role: usageReader,
      add: ['api.usage.read'],
      remove: ['api.costs.read'],
    });
    expect(findOperation('roles.update')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('may all go, and come back', () => {
    const none = planOf(updating({ remove: ['api.usage.read'] }));
    expect(sentBy(none)[0]?.body).toEqual({ permissions: [] });
    expect(none.inverse.input).toMatchObject({ add: ['api.usage.read'], remove: null });
  });

  test.each([
    ['given', updating({ add: ['api.management.write'] })],
    [
      'taken away',
      updating({ remove: ['api.management.write'] }, { role: roleOnWire({ permissions: ['api.management.write'] }) }),
    ],
  ])('of an owner are critical when they are %s', (_, given) => {
    expect(planOf(given).tier).toBe('critical');
  });

  test('of an owner are warned of when they are given', () => {
    expect(planOf(updating({ add: ['api.management.write'] })).warnings).toEqual([
      'Whoever has this role becomes as good as an owner, at once.',
    ]);
  });

  test('stand on the list that was read', () => {
    const other = updating({ add: ['api.costs.read'] }, { role: roleOnWire({ permissions: ['api.model.read'] }) });
    expect(planOf(other).guards).not.toEqual(planOf(updating({ add: ['api.costs.read'] })).guards);
  });
});

describe('name and description', () => {
  test('change alone without anybody gaining or losing, which is routine', () => {
    const plan = planOf(updating({ name: 'Cost reader', description: 'Sees costs' }));
    expect(sentBy(plan)).toEqual([
      {
        call: `POST ${ONE}`,
        body: { role_name: 'Cost reader', description: 'Sees costs' },
        proof: ['equals', ONE, { name: 'Cost reader', description: 'Sees costs' }],
      },
    ]);
    expect(plan.tier).toBe('routine');
    expect(plan.inverse.input).toEqual({
      ...nothing,
      role: { id: 'role_usage', name: 'Cost reader' },
      name: 'Usage reader',
      description: 'Sees what is used',
    });
  });

  test('a description can be taken away and comes back', () => {
    const plan = planOf(updating({ noDescription: true }));
    expect(sentBy(plan)[0]?.body).toEqual({ description: null });
    expect(plan.inverse.input).toMatchObject({ description: 'Sees what is used', noDescription: null });
  });

  test('a description that was not there goes again', () => {
    const plan = planOf(updating({ description: 'New' }, { role: roleOnWire({ description: null }) }));
    expect(plan.inverse.input).toMatchObject({ description: null, noDescription: true });
  });
});

describe('who has it', () => {
  test('is asked group by group, the other roles only for a new name', () => {
    const given = updating({ add: ['api.costs.read'] });
    const { calls, rounds } = gatherByHand(updateRole, erinAsks(given.input), given.answers);
    expect(rounds).toBe(2);
    expect(calls.map(pathOf)).toEqual([
      ONE,
      '/organization/groups',
      '/organization/groups/group_support/roles/role_usage',
      '/organization/groups/group_okta/roles/role_usage',
    ]);
    const renamed = updating({ name: 'Cost reader' });
    expect(gatherByHand(updateRole, erinAsks(renamed.input), renamed.answers).calls.map(pathOf)).toContain(
      '/organization/roles',
    );
  });

  test('is said, with what OpenAI does not tell', () => {
    expect(planOf(updating({ add: ['api.costs.read'] })).holds).toBe(
      'the group Support · people who have it themselves, whom OpenAI does not list',
    );
    expect(planOf(updating({ add: ['api.costs.read'] }, { 'holds:group_support': null })).holds).toMatch(/^no group ·/);
  });

  test('is not asked where there are too many groups', () => {
    const many = listOnWire(...Array.from({ length: 11 }, (_, n) => groupOnWire({ id: `group_${n}` })));
    const given = updating({ add: ['api.costs.read'] }, { groups: many });
    expect(gatherByHand(updateRole, erinAsks(given.input), given.answers).calls).toHaveLength(2);
    expect(planOf(given).holds).toMatch(/^which of the 11 groups have it was not asked/);
  });
});

describe('it is refused', () => {
  test.each([
    ['roles.gone', updating({ name: 'A' }, { role: null })],
    ['roles.built-in', updating({ name: 'A' }, { role: ownerRoleOnWire() })],
    ['roles.same', updating({})],
    ['roles.same', updating({ name: 'Usage reader', add: ['api.usage.read'], remove: ['api.x.read'] })],
    ['roles.contradiction', updating({ add: ['api.x.read'], remove: ['api.x.read'] })],
    ['roles.contradiction', updating({ description: 'A', noDescription: true })],
    ['roles.taken', updating({ name: 'owner' })],
  ])('with %s', (code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });
});

describe('a role of a project', () => {
  const given = (project: object = projectOnWire()) => ({
    operation: 'roles.update-project',
    input: { ...nothing, project: searchDev, role: keyReader, add: ['api.model.read'] },
    answers: {
      project,
      role: projectRoleOnWire(),
      groups: listOnWire(projectGroupOnWire()),
      'holds:group_support': projectRoleOnWire(),
    },
  });

  test('is changed below /projects, and the groups of the project are asked', () => {
    const plan = planOf(given());
    expect(sentBy(plan)[0]?.call).toBe('POST /projects/proj_search_dev/roles/role_keys');
    expect(plan.holds).toContain('the group Support');
    expect(plan.inverse).toMatchObject({
      operation: 'roles.update-project',
      input: { project: searchDev, remove: ['api.model.read'] },
    });
  });

  test('cannot be changed in an archived one', () => {
    expect(refusalOf(given(projectOnWire({ status: 'archived' }))).code).toBe('roles.archived');
  });
});
