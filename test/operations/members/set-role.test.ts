import { describe, expect, test } from 'vitest';
import { addMember } from '#operations/members/add.ts';
import { setMemberRole } from '#operations/members/set-role.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { firstOf } from '../users/sent.ts';
import { samMember } from '../users/people.ts';
import { erin, sam } from '../users/wire.ts';
import { listOnWire, memberOnWire } from '../wire.ts';
import { settingRole } from './samples.ts';

const plan = planOf(settingRole);
const lowering = { ...settingRole, input: { ...settingRole.input, user: sam, role: 'member' } };

describe('another role', () => {
  test('is one call, read back from the member', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'POST /organization/projects/proj_search_dev/users/user_erin',
      body: { role: 'owner' },
      proof: ['equals', 'GET /organization/projects/proj_search_dev/users/user_erin', { role: 'owner' }],
    });
    expect(plan).toMatchObject({ tier: 'destructive', beneficiaryEmail: 'erin@acme.example' });
    expect(plan.changes[0]).toMatchObject({ before: 'member', after: 'owner' });
  });

  test('is undone exactly', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'members.set-role', input: { role: 'member' } });
    expect(setMemberRole.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('from one that has no name of its own here cannot be given back by it', () => {
    const members = listOnWire(memberOnWire({ role: 'viewer' }));
    expect(planOf({ ...settingRole, answers: { ...settingRole.answers, members } }).inverse).toMatchObject({
      verdict: 'none',
      operation: null,
    });
  });

  test('that leaves the project without an owner is warned of', () => {
    expect(planOf(lowering).warnings).toEqual(['search-dev has no owner of its own then.']);
    const two = listOnWire(samMember, memberOnWire({ ...erin, role: 'owner' }));
    expect(planOf({ ...lowering, answers: { ...lowering.answers, members: two } }).warnings).toEqual([]);
  });
});

test('the same role is refused', () => {
  expect(refusalOf({ ...settingRole, input: { ...settingRole.input, role: 'member' } }).code).toBe('members.same');
});

test('somebody who is not a member is refused, with a way to add them', () => {
  const refusal = refusalOf({ ...settingRole, answers: { ...settingRole.answers, members: listOnWire(samMember) } });
  expect(refusal).toMatchObject({ code: 'members.absent', next: { operation: 'members.add' } });
  const input = refusal.next?.kind === 'start' ? refusal.next.input : {};
  expect(addMember.parseInput({ ...input, role: 'member' }).success).toBe(true);
});
