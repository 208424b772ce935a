import { describe, expect, test } from 'vitest';
import { addMember } from '#operations/members/add.ts';
import { removeMember } from '#operations/members/remove.ts';
import { setMemberRole } from '#operations/members/set-role.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { firstOf } from '../users/sent.ts';
import { bea } from '../users/wire.ts';
import { memberOnWire, projectOnWire } from '../wire.ts';
import { adding } from './samples.ts';

const plan = planOf(adding);

describe('adding somebody', () => {
  test('is one call, found again in the list with the role', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'POST /organization/projects/proj_search_dev/users',
      body: { user_id: 'user_bea', role: 'member' },
      proof: ['listed', 'GET /organization/projects/proj_search_dev/users', { id: 'user_bea', role: 'member' }],
    });
    expect(plan).toMatchObject({
      tier: 'routine',
      project: searchDev,
      beneficiaryEmail: 'bea@acme.example',
      warnings: [],
    });
  });

  test('as an owner needs more consent', () => {
    const owner = planOf({ ...adding, input: { ...adding.input, role: 'owner' } });
    expect(owner.tier).toBe('destructive');
    expect(owner.warnings).toEqual(['An owner may add people and make keys there without Countersign.']);
  });

  test('is undone exactly', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'members.remove' });
    expect(removeMember.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('stands on their not being there', () => {
    expect(plan.guards).toEqual({
      project: { ...searchDev, status: 'active' },
      user: { id: 'user_bea', role: null },
    });
  });
});

describe('it is refused', () => {
  const withAnswers = (more: Readonly<Record<string, unknown>>) => ({
    ...adding,
    answers: { ...adding.answers, ...more },
  });

  test('in the default project', () => {
    const project = projectOnWire({ name: 'Default project' });
    expect(refusalOf(withAnswers({ project })).code).toBe('members.default-project');
  });

  test('for somebody who is there with this role', () => {
    expect(refusalOf(withAnswers({ member: memberOnWire({ ...bea }) })).code).toBe('members.same');
  });

  test('for somebody who is there with another, with a complete way to change it', () => {
    const refusal = refusalOf(withAnswers({ member: memberOnWire({ ...bea, role: 'owner' }) }));
    expect(refusal).toMatchObject({ code: 'members.present', next: { operation: 'members.set-role' } });
    const input = refusal.next?.kind === 'start' ? refusal.next.input : {};
    expect(setMemberRole.parseInput(input)).toMatchObject({ success: true, data: { role: 'member' } });
  });

  test('in an archived project, before the members are asked for', () => {
    const ask = erinAsks(adding.input);
    const project = { id: 'proj_search_dev', name: 'search-dev', status: 'archived', createdAt: 1 };
    expect(addMember.need(ask, { project })).toMatchObject({ kind: 'refusal', code: 'members.archived' });
    expect(gatherByHand(addMember, ask, adding.answers).calls).toHaveLength(2);
  });
});
