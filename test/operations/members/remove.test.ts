import { describe, expect, test } from 'vitest';
import { addMember } from '#operations/members/add.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { samMember } from '../users/people.ts';
import { firstOf } from '../users/sent.ts';
import { listOnWire, memberOnWire, projectOnWire } from '../wire.ts';
import { memberRoleOnWire, removing } from './samples.ts';

const plan = planOf(removing);
const withAnswers = (more: Readonly<Record<string, unknown>>) => ({
  ...removing,
  answers: { ...removing.answers, ...more },
});

describe('removing a member', () => {
  test('is one call, done when the member is not found', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'DELETE /organization/projects/proj_search_dev/users/user_erin',
      body: null,
      proof: ['gone', 'GET /organization/projects/proj_search_dev/users/user_erin'],
    });
    expect(plan.tier).toBe('destructive');
    expect(plan.holds).toBe(
      'Erin Vale (erin@acme.example) · member since 2025-10-19 12:00 UTC · 0 keys of their own there',
    );
  });

  test('is undone exactly where the membership was all there was', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'members.add', input: { role: 'member' } });
    expect(addMember.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('is undone in part where roles were assigned beside it, or a finer one instead', () => {
    const further = memberRoleOnWire({ id: 'role_keys', name: 'Key rotator', predefined_role: false });
    const roles = listOnWire(memberRoleOnWire(), further);
    expect(planOf(withAnswers({ roles })).inverse).toMatchObject({
      verdict: 'partial',
      sentence: 'add them again as member; these roles have to be assigned again: Key rotator.',
    });
    const members = listOnWire(memberOnWire({ role: 'viewer' }));
    expect(planOf(withAnswers({ members })).inverse.verdict).toBe('partial');
  });

  test('from the default project cannot be undone', () => {
    const project = projectOnWire({ name: 'Default project' });
    expect(planOf(withAnswers({ project })).inverse).toMatchObject({ verdict: 'none', operation: null });
  });

  test('warns of keys, of a project without an owner, and of a group that lets them in all the same', () => {
    const group = { principal_id: 'group_search', principal_type: 'group' };
    const warned = planOf(
      withAnswers({
        members: listOnWire(memberOnWire({ role: 'owner' })),
        roles: listOnWire(memberRoleOnWire({ assignment_sources: [group] })),
        keys: { asOf: NOON - 60_000, items: [knownKey(), knownKey({ id: 'key_x', ownerEmail: 'bea@acme.example' })] },
      }),
    );
    expect(warned.warnings).toEqual([
      'May stop working: 1 key of theirs there (erin laptop).',
      'search-dev has no owner of its own then.',
      'They stay in search-dev through a group; take them out of that, too.',
    ]);
    expect(warned.facts).toEqual([{ label: 'Key erin laptop', value: 'last used 2 hours ago', at: NOON - 60_000 }]);
    expect(plan.warnings).toEqual([]);
  });

  test('stands on the role', () => {
    expect(plan.guards).toMatchObject({ user: { id: 'user_erin', role: 'member' } });
  });
});

test('who is not a member cannot be removed', () => {
  expect(refusalOf(withAnswers({ members: listOnWire(samMember) })).code).toBe('members.absent');
});
