import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { groupOnWire, heldOnWire, mei, meiOnWire, memberRoleOnWire, roleOnWire, support } from '../groups/wire.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { samples } from './samples.ts';

const ofMei = (held: unknown, more: object = {}) => ({
  operation: 'assignments.list-user',
  input: { user: mei },
  answers: { holder: meiOnWire(), held, groups: listOnWire(groupOnWire()), ...more },
});

const both = heldOnWire(roleOnWire(), mei.id, { through: [support.id] });
const inherited = heldOnWire(memberRoleOnWire(), mei.id, { itself: false, through: [support.id] });

test.each([
  ['assignments.list-user', '/organization/users/user_mei/roles'],
  ['assignments.list-group', '/organization/groups/group_support/roles'],
  ['assignments.list-project-user', '/projects/proj_search_dev/users/user_mei/roles'],
  ['assignments.list-project-group', '/projects/proj_search_dev/groups/group_support/roles'],
])('%s reads all pages of its own list', (id, path) => {
  const sample = samples.find(({ operation }) => operation === id)!;
  const operation = findOperation(id)!;
  const { calls } = gatherByHand(operation, erinAsks(sample.input), sample.answers);
  expect(calls.map(pathOf)).toContain(path);
  const needs = operation.need(erinAsks(sample.input), {});
  expect(Array.isArray(needs) && needs.map((need) => need.from === 'openai' && need.pages)).toEqual(['one', 'all']);
});

describe('the roles of somebody', () => {
  const view = viewOf(ofMei(listOnWire(both, inherited)));

  test('say how each is had, groups by name', () => {
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['Usage reader', 'itself and through the group Support'],
      ['Project Member', 'through the group Support'],
    ]);
  });

  test('can be taken away only where they are had directly', () => {
    const actions = partOf(view, 'rows').rows.map((row) => row.actions);
    expect(actions[1]).toEqual([]);
    const [take] = actions[0] ?? [];
    expect(take?.operation).toBe('assignments.unassign-user');
    expect(findOperation('assignments.unassign-user')?.parseInput(take?.input ?? {}).success).toBe(true);
  });

  test('are added up to what is allowed in all', () => {
    expect(factOf(view, 'May in all')).toBe('api.model.read, api.model.request, api.usage.read');
  });

  test('lead to another one', () => {
    expect(partOf(view, 'actions').actions).toEqual([
      { label: 'Give a role', operation: 'assignments.assign-user', input: { user: mei }, style: 'plain' },
    ]);
  });

  test('need the names of groups only when one comes through a group', () => {
    const operation = findOperation('assignments.list-user')!;
    const given = ofMei(listOnWire(heldOnWire(roleOnWire(), mei.id)));
    expect(gatherByHand(operation, erinAsks(given.input), given.answers).calls).toHaveLength(2);
  });

  test('may be none', () => {
    const none = viewOf(ofMei(listOnWire()));
    expect(partOf(none, 'rows').empty).toBe('Mei Tanaka has no role here.');
    expect(none.parts.some(({ part }) => part === 'facts')).toBe(false);
  });

  test.each([
    ['assignments.holder-gone', { holder: null }],
    ['assignments.no-access', { held: null }],
  ])('are refused with %s', (code, more) => {
    expect(refusalOf(ofMei(listOnWire(), more)).code).toBe(code);
  });
});
