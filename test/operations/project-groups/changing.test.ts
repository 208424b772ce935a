import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { sentBy } from '../groups/sent-by.ts';
import {
  erinOnWire,
  groupOnWire,
  managedOnWire,
  meiOnWire,
  memberRoleOnWire,
  projectGroupOnWire,
  projectRoleOnWire,
  support,
} from '../groups/wire.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { asMember, samples } from './samples.ts';

const sampleOf = (verb: string) => samples.find(({ operation }) => operation === `project-groups.${verb}`)!;
const adding = (more: object = {}, input: object = {}) => {
  const { operation, input: given, answers } = sampleOf('add');
  return { operation, input: { ...given, ...input }, answers: { ...answers, ...more } };
};
const removing = (more: object = {}) => {
  const { operation, input, answers } = sampleOf('remove');
  return { operation, input, answers: { ...answers, ...more } };
};

const IN = '/organization/projects/proj_search_dev/groups';
const ROLES = '/projects/proj_search_dev/groups/group_support/roles';

describe('a group that is added', () => {
  const plan = planOf(adding());

  test('comes with a role’s id, and gets further roles where roles of projects are kept', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: `POST ${IN}`,
        body: { group_id: 'group_support', role: 'role-api-project-member' },
        proof: ['equals', `${IN}/group_support`, { group_id: 'group_support' }],
      },
      { call: `POST ${ROLES}`, body: { role_id: 'role_keys' }, proof: ['equals', `${ROLES}/role_keys`, {}] },
    ]);
  });

  test('brings everybody in it, now and later, which is said', () => {
    expect(plan.tier).toBe('destructive');
    expect(plan.warnings).toEqual(['Everybody in the group gets in: 1 person now, and whoever joins later.']);
    expect(plan.changes.map(({ after }) => after)).toEqual([
      'Support as Project Member, Key reader',
      'api.model.read, api.model.request, api.organization.projects.api_keys.read',
    ]);
  });

  test('of the identity provider may be added: only its members come from there', () => {
    const managed = planOf(adding({ group: managedOnWire() }));
    expect(managed.warnings[0]).toContain('which the identity provider decides');
    expect(managed.steps[0]?.proof.read.query).toEqual({ group_type: 'tenant_group' });
  });

  test('with the requester in it is pointed out', () => {
    expect(planOf(adding({ members: listOnWire(erinOnWire()) })).warnings).toContain(
      'The requester asks for access for themselves.',
    );
  });

  test('as owners is critical', () => {
    const owner = memberRoleOnWire({ id: 'role-api-project-owner', name: 'Project Owner' });
    const role = { id: 'role-api-project-owner', name: 'Project Owner' };
    const critical = planOf(adding({ roles: listOnWire(owner) }, { role, also: null }));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings).toContain('This makes them as good as owners of search-dev.');
  });

  test('is taken out again by undoing', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'project-groups.remove',
      input: { project: searchDev, group: support },
    });
    expect(findOperation('project-groups.remove')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('gets each role once', () => {
    expect(planOf(adding({}, { also: [asMember.id, 'role_keys'] })).steps).toHaveLength(2);
  });

  test.each([
    ['groups.gone', adding({ group: null, members: null })],
    ['project-groups.same', adding({ inProject: projectGroupOnWire() })],
    ['project-groups.archived', adding({ project: projectOnWire({ status: 'archived' }) })],
    ['project-groups.default-project', adding({ project: projectOnWire({ name: 'Default project' }) })],
    ['project-groups.role-gone', adding({}, { also: ['role_x'] })],
    ['project-groups.role-gone', adding({ roles: listOnWire() }, { also: null })],
  ])('is refused with %s', (code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });
});

describe('a group that is taken out', () => {
  const plan = planOf(removing());

  test('is not found in the project any more', () => {
    expect(sentBy(plan)).toEqual([
      { call: `DELETE ${IN}/group_support`, body: null, proof: ['gone', `${IN}/group_support`, null] },
    ]);
    expect(plan.tier).toBe('destructive');
  });

  test('of the level above is looked for by its type, so that not finding it proves something', () => {
    const type = { group_type: 'tenant_group' };
    const managed = planOf(removing({ group: managedOnWire(), inProject: projectGroupOnWire(type) }));
    expect(managed.steps[0]?.proof.read.query).toEqual(type);
  });

  test('is shown with what its members lose', () => {
    expect(plan.changes[0]?.before).toBe('Support as Project Member, Key reader');
    expect(plan.warnings).toEqual(['1 person loses the project at once, unless they are in it in another way.']);
  });

  test('comes back with all its roles', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'project-groups.add' });
    expect(plan.inverse.input).toEqual({ project: searchDev, group: support, role: asMember, also: ['role_keys'] });
    expect(findOperation('project-groups.add')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('cannot come back by itself when no role of it is known', () => {
    expect(planOf(removing({ held: listOnWire() })).inverse).toMatchObject({ verdict: 'none', input: null });
  });

  test('stands on the roles it has, in whatever order', () => {
    const [one, two] = [memberRoleOnWire(), projectRoleOnWire()];
    const guards = [listOnWire(one, two), listOnWire(two, one), listOnWire(one)].map((held) =>
      canonicalJson(planOf(removing({ held })).guards),
    );
    expect(guards[1]).toBe(guards[0]);
    expect(guards[2]).not.toBe(guards[0]);
  });

  test('with the requester in it is pointed out', () => {
    const members = listOnWire(meiOnWire(), erinOnWire());
    expect(planOf(removing({ members })).warnings).toEqual([
      '2 people lose the project at once, unless they are in it in another way.',
      'The requester gives up access of their own.',
    ]);
  });

  test.each([
    ['project-groups.absent', removing({ inProject: null, held: null })],
    ['project-groups.absent', removing({ group: null, members: null, held: null })],
    ['project-groups.archived', removing({ project: projectOnWire({ status: 'archived' }) })],
  ])('is refused with %s', (code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('may be empty', () => {
    expect(planOf(removing({ members: listOnWire(), group: groupOnWire() })).warnings).toEqual([]);
  });
});
