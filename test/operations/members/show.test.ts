import { expect, test } from 'vitest';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { NOON } from '../erin-asks.ts';
import { memberRoleOnWire, showing } from './samples.ts';

const withAnswers = (more: Readonly<Record<string, unknown>>) => ({
  ...showing,
  answers: { ...showing.answers, ...more },
});
const group = { principal_id: 'group_search', principal_type: 'group' };
const self = { principal_id: 'user_erin', principal_type: 'user' };

test('a member is shown with role, roles in effect and their own keys there', () => {
  const items = [knownKey(), knownKey({ id: 'key_bea', ownerEmail: 'bea@acme.example' })];
  const view = viewOf(withAnswers({ keys: { asOf: NOON, items } }));
  expect(view.title).toBe('Erin Vale in search-dev');
  expect(factOf(view, 'Role')).toBe('member');
  expect(partOf(view, 'rows').rows.map((row) => row.cells)).toEqual([
    ['erin laptop', 'sk-proj-abc...wxyz', '2 hours ago', 'no end'],
  ]);
  expect(partOf(view, 'actions').actions.map(({ label, input }) => [label, input['role'] ?? null])).toEqual([
    ['Make owner', 'owner'],
    ['Remove', null],
  ]);
});

test('through whom a role comes is said where it is not their own', () => {
  const roles = listOnWire(
    memberRoleOnWire({ assignment_sources: [self, group] }),
    memberRoleOnWire({ id: 'r2', name: 'Key rotator', assignment_sources: [group] }),
    memberRoleOnWire({ id: 'r3', name: 'Viewer', assignment_sources: null }),
  );
  expect(factOf(viewOf(withAnswers({ roles })), 'Roles in effect')).toBe(
    'Project Member, Key rotator (through a group), Viewer',
  );
});

test('who comes in through a group alone has nothing that could be changed here', () => {
  const view = viewOf(withAnswers({ member: null }));
  expect(factOf(view, 'Role')).toBe('comes in through a group alone');
  expect(view.parts.some(({ part }) => part === 'actions')).toBe(false);
});

test('who has no access at all is refused', () => {
  expect(refusalOf(withAnswers({ member: null, roles: null })).code).toBe('members.absent');
});
