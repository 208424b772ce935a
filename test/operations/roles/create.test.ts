import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { bindJson } from '#operations/template.ts';
import { searchDev } from '../erin-asks.ts';
import { bindings, sentBy } from '../groups/sent-by.ts';
import { projectRoleOnWire, roleOnWire } from '../groups/wire.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';

const inOrganization = (more: object = {}) => ({
  operation: 'roles.create',
  input: { name: 'Group manager', permissions: ['api.groups.write', 'api.groups.read'], description: null, ...more },
  answers: { roles: listOnWire(roleOnWire()) },
});
const inProject = (project: object = projectOnWire()) => ({
  operation: 'roles.create-project',
  input: { project: searchDev, name: 'Model user', permissions: ['api.model.read'], description: 'Reads models' },
  answers: { project, roles: listOnWire(projectRoleOnWire()) },
});

describe('a new role of the organization', () => {
  const plan = planOf(inOrganization());
  const permissions = ['api.groups.read', 'api.groups.write'];

  test('is sent with role_name and found again by name and permissions among those people made', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: 'POST /organization/roles',
        body: { role_name: 'Group manager', permissions },
        proof: ['listed', '/organization/roles', { name: 'Group manager', permissions, predefined_role: false }],
      },
    ]);
  });

  test('gives nobody anything yet, so that it is routine', () => {
    expect(plan).toMatchObject({ tier: 'routine', warnings: [], project: null, bounds: { permissions } });
    expect(plan.holds).toBe('nobody, until it is given to somebody');
  });

  test('is undone by deleting the one that was made', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'roles.delete' });
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(input).toEqual({ role: { id: 'made_1', name: 'Group manager' } });
    expect(findOperation('roles.delete')?.parseInput(input).success).toBe(true);
  });

  test.each(['api.management.write', 'api.all.write', 'api.all'])('is critical with %s', (permission) => {
    const critical = planOf(inOrganization({ permissions: [permission] }));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings).toEqual(['Whoever is given this role is as good as an owner.']);
  });

  test('names each permission once', () => {
    const twice = planOf(inOrganization({ permissions: ['api.model.read', 'api.model.read'] }));
    expect(twice.bounds).toEqual({ permissions: ['api.model.read'] });
  });

  test('shows every permission, in as many lines as it takes', () => {
    const many = Array.from({ length: 60 }, (_, n) => `api.some.permission_${n}.read`);
    const lines = planOf(inOrganization({ permissions: many })).changes.filter(({ label }) => label === 'May');
    expect(lines.every(({ after }) => (after ?? '').length <= 200)).toBe(true);
    expect(lines.flatMap(({ after }) => (after ?? '').split(', ')).toSorted()).toEqual(many.toSorted());
  });

  test('may allow nothing', () => {
    const empty = planOf(inOrganization({ permissions: null }));
    expect(sentBy(empty)[0]?.body).toEqual({ role_name: 'Group manager', permissions: [] });
    expect(empty.changes[1]).toEqual({ label: 'May', before: null, after: 'nothing yet' });
  });

  test('needs a name of its own', () => {
    const refusal = refusalOf(inOrganization({ name: 'usage READER' }));
    expect(refusal.code).toBe('roles.taken');
    expect(refusal.next).toMatchObject({ operation: 'roles.show', input: { role: { id: 'role_usage' } } });
  });

  test.each([['api groups'], ['a'], ['api.x\u200b']])('has no permission written %j', (permission) => {
    expect(findOperation('roles.create')?.parseInput(inOrganization({ permissions: [permission] }).input).success).toBe(
      false,
    );
  });
});

describe('a new role of a project', () => {
  const plan = planOf(inProject());

  test('is made below /projects', () => {
    expect(sentBy(plan)).toMatchObject([
      {
        call: 'POST /projects/proj_search_dev/roles',
        body: { role_name: 'Model user', permissions: ['api.model.read'], description: 'Reads models' },
        proof: ['listed', '/projects/proj_search_dev/roles', { name: 'Model user' }],
      },
    ]);
    expect(plan.inverse.operation).toBe('roles.delete-project');
  });

  test('stands on the project as it is named now', () => {
    const renamed = planOf(inProject(projectOnWire({ name: 'search-prod' })));
    expect(renamed.project).toEqual({ id: 'proj_search_dev', name: 'search-prod' });
    expect(renamed.guards).not.toEqual(plan.guards);
  });

  test('cannot be made in an archived one', () => {
    expect(refusalOf(inProject(projectOnWire({ status: 'archived' }))).code).toBe('roles.archived');
  });
});
