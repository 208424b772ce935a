import { describe, expect, test } from 'vitest';
import { sendInvite } from '#operations/invites/send.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { projects } from '../users/people.ts';
import { firstOf } from '../users/sent.ts';
import { inviteOnWire } from '../users/wire.ts';
import { marta } from './samples.ts';

const withdrawing = (invite: unknown) => ({
  operation: 'invites.withdraw',
  input: marta,
  answers: { invite, projects },
});

describe('withdrawing', () => {
  const plan = planOf(withdrawing(inviteOnWire()));

  test('is one call, done when the invitation is not found', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'DELETE /organization/invites/invite_marta',
      body: null,
      proof: ['gone', 'GET /organization/invites/invite_marta'],
    });
    expect(plan.tier).toBe('destructive');
  });

  test('shows its state, its end and the projects by name', () => {
    expect(plan.holds).toBe('pending · ends 2026-11-28 12:00 UTC · projects: search-dev (member)');
    expect(plan.changes).toEqual([{ label: 'Invitation', before: 'marta@acme.example as reader', after: null }]);
  });

  test('is undone by a new invitation with the same role and projects', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'recreate', operation: 'invites.send' });
    expect(plan.inverse.input).toEqual({ email: 'marta@acme.example', role: 'reader', projects: ['proj_search_dev'] });
    expect(sendInvite.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('stands on the state: whoever accepts meanwhile is not uninvited', () => {
    expect(plan.guards).toEqual({ invite: { id: 'invite_marta', status: 'pending' } });
  });

  test('takes an old answer without projects and with another word for the time', () => {
    const old = { id: 'invite_marta', email: 'marta@acme.example', role: 'owner', status: 'expired', invited_at: 1 };
    const plan = planOf(withdrawing(old));
    expect(plan.holds).toBe('expired · projects: none');
    expect(plan.inverse.input).toEqual({ email: 'marta@acme.example', role: 'owner', projects: null });
  });
});

test('an accepted one is refused, and the way out is off-boarding', () => {
  expect(refusalOf(withdrawing(inviteOnWire({ status: 'accepted' })))).toMatchObject({
    code: 'invites.accepted',
    next: { operation: 'users.offboard' },
  });
});

test('one that is gone needs nobody', () => {
  expect(refusalOf(withdrawing(null)).code).toBe('invites.gone');
});
