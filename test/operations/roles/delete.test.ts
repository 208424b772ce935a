import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { sentBy } from '../groups/sent-by.ts';
import { groupOnWire, ownerRoleOnWire, projectGroupOnWire, projectRoleOnWire, roleOnWire } from '../groups/wire.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { keyReader, usageReader } from './samples.ts';

const deleting = (more: object = {}) => ({
  operation: 'roles.delete',
  input: { role: usageReader },
  answers: { role: roleOnWire(), groups: listOnWire(groupOnWire()), 'holds:group_support': roleOnWire(), ...more },
});
const inProject = (project: object) => ({
  operation: 'roles.delete-project',
  input: { project: searchDev, role: keyReader },
  answers: {
    project,
    role: projectRoleOnWire(),
    groups: listOnWire(projectGroupOnWire()),
    'holds:group_support': null,
  },
});

describe('a role that is deleted', () => {
  const plan = planOf(deleting());

  test('goes by one call and is then not found', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: 'DELETE /organization/roles/role_usage',
        body: null,
        proof: ['gone', '/organization/roles/role_usage', null],
      },
    ]);
    expect(plan.tier).toBe('destructive');
  });

  test('is shown with what its holders lose and which groups they are', () => {
    expect(plan.changes).toEqual([
      { label: 'Role', before: 'Usage reader in the organization', after: null },
      { label: 'Its holders lose', before: 'api.usage.read', after: null },
    ]);
    expect(plan.holds).toContain('the group Support');
    expect(plan.before).toMatchObject({ role: { id: 'role_usage' }, groups: [{ id: 'group_support' }] });
  });

  test('can be made again, but nobody has it then', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'roles.create' });
    expect(plan.inverse.input).toEqual({
      name: 'Usage reader',
      permissions: ['api.usage.read'],
      description: 'Sees what is used',
    });
    expect(plan.inverse.sentence).toContain('nobody has it until it is given to each holder again');
    expect(findOperation('roles.create')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('may have allowed nothing, and is made again without permissions', () => {
    const empty = planOf(deleting({ role: roleOnWire({ permissions: [] }) }));
    expect(empty.inverse.input).toMatchObject({ permissions: null });
    expect(findOperation('roles.create')?.parseInput(empty.inverse.input ?? {}).success).toBe(true);
  });

  test('is critical when it made owners', () => {
    const critical = planOf(deleting({ role: roleOnWire({ permissions: ['api.management.write'] }) }));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings).toHaveLength(2);
  });

  test.each([
    ['roles.gone', { role: null }],
    ['roles.built-in', { role: ownerRoleOnWire() }],
  ])('is refused with %s', (code, more) => {
    expect(refusalOf(deleting(more)).code).toBe(code);
  });
});

describe('a role of a project', () => {
  test('is deleted below /projects and made again there', () => {
    const plan = planOf(inProject(projectOnWire()));
    expect(sentBy(plan)[0]?.call).toBe('DELETE /projects/proj_search_dev/roles/role_keys');
    expect(plan.inverse).toMatchObject({ operation: 'roles.create-project', input: { project: searchDev } });
    expect(findOperation('roles.create-project')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('cannot be deleted in an archived one', () => {
    expect(refusalOf(inProject(projectOnWire({ status: 'archived' }))).code).toBe('roles.archived');
  });
});
