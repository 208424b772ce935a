import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { listProjectRoles } from '#operations/roles/list-project.ts';
import { showProjectRole } from '#operations/roles/show-project.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { memberRoleOnWire, ownerRoleOnWire, projectRoleOnWire, roleOnWire } from '../groups/wire.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { keyReader, usageReader } from './samples.ts';

const listed = viewOf({
  operation: 'roles.list',
  input: {},
  answers: { roles: listOnWire(ownerRoleOnWire(), roleOnWire()) },
});
const inProject = viewOf({
  operation: 'roles.list-project',
  input: { project: searchDev },
  answers: { roles: listOnWire(memberRoleOnWire(), projectRoleOnWire()) },
});

describe('the list of roles', () => {
  test('says which are built in and how much each allows', () => {
    expect(partOf(listed, 'rows').rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['Owner', 'built in', '2 permissions'],
      ['Usage reader', 'your own', '1 permission'],
    ]);
  });

  test('lets a built-in role be looked at only', () => {
    expect(partOf(listed, 'rows').rows.map(({ actions }) => actions.map(({ label }) => label))).toEqual([
      ['Show'],
      ['Show', 'Change', 'Delete'],
    ]);
  });

  test.each([
    ['the organization', listed],
    ['a project', inProject],
  ])('of %s has buttons whose operations take their input', (_, view) => {
    const actions = partOf(view, 'rows').rows.flatMap((row) => row.actions);
    expect(actions).toHaveLength(4);
    for (const { operation, input } of actions) expect(findOperation(operation)?.parseInput(input).success).toBe(true);
  });

  test('of a project leads to the project’s own operations, because it is another list', () => {
    const actions = partOf(inProject, 'rows').rows.flatMap((row) => row.actions);
    expect(new Set(actions.map(({ operation }) => operation))).toEqual(
      new Set(['roles.show-project', 'roles.update-project', 'roles.delete-project']),
    );
    expect(partOf(inProject, 'actions').actions[0]).toMatchObject({
      operation: 'roles.create-project',
      input: { project: searchDev },
    });
  });

  test('of a project stands below /projects', () => {
    const { calls } = gatherByHand(listProjectRoles, erinAsks({ project: searchDev }), { roles: listOnWire() });
    expect(calls.map(pathOf)).toEqual(['/projects/proj_search_dev/roles']);
  });
});

describe('a role', () => {
  test('shows every permission', () => {
    const view = viewOf({
      operation: 'roles.show',
      input: { role: usageReader },
      answers: { role: ownerRoleOnWire() },
    });
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['api.management.read'],
      ['api.management.write'],
    ]);
    expect(factOf(view, 'Description')).toBe('none');
    expect(view.parts.some(({ part }) => part === 'actions')).toBe(false);
  });

  test('of a project is read below /projects and can be changed there', () => {
    const input = { project: searchDev, role: keyReader };
    const answers = { role: projectRoleOnWire() };
    expect(gatherByHand(showProjectRole, erinAsks(input), answers).calls.map(pathOf)).toEqual([
      '/projects/proj_search_dev/roles/role_keys',
    ]);
    const view = viewOf({ operation: 'roles.show-project', input, answers });
    expect(factOf(view, 'Counts in')).toBe('search-dev');
    expect(partOf(view, 'actions').actions.map(({ operation }) => operation)).toEqual([
      'roles.update-project',
      'roles.delete-project',
    ]);
  });

  test('that is gone is said to be gone', () => {
    const given = { operation: 'roles.show', input: { role: usageReader }, answers: { role: null } };
    expect(refusalOf(given)).toMatchObject({
      code: 'roles.gone',
      what: 'There is no role Usage reader in the organization any more.',
    });
  });
});
