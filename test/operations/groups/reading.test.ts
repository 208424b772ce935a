import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { listGroupMembers } from '#operations/groups/members.ts';
import { showGroup } from '#operations/groups/show.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { groupOnWire, managedOnWire, meiOnWire, okta, roleOnWire, support } from './wire.ts';

const listed = { operation: 'groups.list', input: {}, answers: { groups: listOnWire(groupOnWire(), managedOnWire()) } };
const ofSupport = { group: groupOnWire(), members: listOnWire(meiOnWire()), roles: listOnWire(roleOnWire()) };
const ofOkta = { group: managedOnWire(), members: listOnWire(meiOnWire()), roles: listOnWire() };

const labels = (actions: readonly { label: string }[]) => actions.map(({ label }) => label);

describe('the list of groups', () => {
  test('says who keeps each', () => {
    expect(partOf(viewOf(listed), 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['Support', 'OpenAI', '2026-01-05 12:00 UTC', 'group_support'],
      ['okta-eng', 'the identity provider', '2026-01-05 12:00 UTC', 'group_okta'],
    ]);
  });

  test('lets a group of the identity provider be looked at only', () => {
    expect(partOf(viewOf(listed), 'rows').rows.map(({ actions }) => labels(actions))).toEqual([
      ['Show', 'Members', 'Delete'],
      ['Show', 'Members'],
    ]);
  });

  test('has buttons whose operations take their input', () => {
    for (const { operation, input } of partOf(viewOf(listed), 'rows').rows.flatMap(({ actions }) => actions)) {
      expect(findOperation(operation)?.parseInput(input).success).toBe(true);
    }
  });
});

describe('a group', () => {
  test('is read with all pages of its members and of its roles', () => {
    const { calls } = gatherByHand(showGroup, erinAsks({ group: support }), ofSupport);
    expect(calls.map(pathOf)).toEqual([
      '/organization/groups/group_support',
      '/organization/groups/group_support/users',
      '/organization/groups/group_support/roles',
    ]);
    const needs = showGroup.need(erinAsks({ group: support }), {});
    expect(Array.isArray(needs) && needs.map((need) => need.from === 'openai' && need.pages)).toEqual([
      'one',
      'all',
      'all',
    ]);
  });

  test('shows how many are in it and what it may do in the organization', () => {
    const view = viewOf({ operation: 'groups.show', input: { group: support }, answers: ofSupport });
    expect(factOf(view, 'Members')).toBe('1 person');
    expect(factOf(view, 'Roles')).toBe('Usage reader');
    expect(labels(partOf(view, 'actions').actions)).toEqual(['Members', 'Roles', 'Add somebody', 'Rename', 'Delete']);
  });

  test('of the identity provider has nothing that would change it', () => {
    const view = viewOf({ operation: 'groups.show', input: { group: okta }, answers: ofOkta });
    expect(factOf(view, 'Kept by')).toBe('the identity provider');
    expect(factOf(view, 'Roles')).toBe('none in the organization');
    expect(labels(partOf(view, 'actions').actions)).toEqual(['Members', 'Roles']);
  });

  test('that is gone is said to be gone', () => {
    const gone = { group: null, members: null, roles: null };
    expect(refusalOf({ operation: 'groups.show', input: { group: support }, answers: gone })).toMatchObject({
      code: 'groups.gone',
      what: 'The group Support does not exist any more.',
    });
    const unnamed = { group: { ...support, name: '' } };
    expect(refusalOf({ operation: 'groups.members', input: unnamed, answers: gone }).what).toContain('group_support');
  });
});

describe('the members of a group', () => {
  test('can be taken out of it one by one', () => {
    const view = viewOf({ operation: 'groups.members', input: { group: support }, answers: ofSupport });
    const [row] = partOf(view, 'rows').rows;
    expect(row?.cells).toEqual(['Mei Tanaka', 'mei@acme.example', 'user_mei']);
    expect(row?.actions).toEqual([
      {
        label: 'Remove',
        operation: 'groups.remove-member',
        input: { group: support, user: { id: 'user_mei', email: 'mei@acme.example', name: 'Mei Tanaka' } },
        style: 'danger',
      },
    ]);
    expect(labels(partOf(view, 'actions').actions)).toEqual(['Add somebody']);
  });

  test('of a group of the identity provider cannot, and it is said why', () => {
    const view = viewOf({ operation: 'groups.members', input: { group: okta }, answers: ofOkta });
    expect(partOf(view, 'rows').rows[0]?.actions).toEqual([]);
    expect(partOf(view, 'note').text).toContain('identity provider decides');
    expect(view.parts.some(({ part }) => part === 'actions')).toBe(false);
  });

  test('may be somebody of whom little is known', () => {
    const members = listOnWire({ id: 'user_x', name: 'user_x', email: null });
    const { calls } = gatherByHand(listGroupMembers, erinAsks({ group: support }), { ...ofSupport, members });
    expect(calls).toHaveLength(2);
    const view = viewOf({ operation: 'groups.members', input: { group: support }, answers: { ...ofSupport, members } });
    const [row] = partOf(view, 'rows').rows;
    expect(row?.cells).toEqual(['user_x', '', 'user_x']);
    const [remove] = row?.actions ?? [];
    expect(findOperation(remove?.operation ?? '')?.parseInput(remove?.input ?? {}).success).toBe(true);
  });
});
