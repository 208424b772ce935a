import { describe, expect, test } from 'vitest';
import { sendInvite } from '#operations/invites/send.ts';
import { withdrawInvite } from '#operations/invites/withdraw.ts';
import { onboardUser } from '#operations/users/onboard.ts';
import { bind, bindJson } from '#operations/template.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { firstOf } from '../users/sent.ts';
import { inviteOnWire, userOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';
import { sending } from './samples.ts';

const plan = planOf(sending);
const withInput = (more: Readonly<Record<string, unknown>>) => ({
  ...sending,
  input: { ...sending.input, ...more } as never,
});

describe('an invitation', () => {
  test('is one call with every project named, found again by the address', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'POST /organization/invites',
      body: {
        email: 'wanda@acme.example',
        role: 'reader',
        projects: [
          { id: 'proj_playground', role: 'owner' },
          { id: 'proj_search_dev', role: 'member' },
        ],
      },
      proof: ['listed', 'GET /organization/invites', { email: 'wanda@acme.example' }],
    });
  });

  test('into no project says so, because leaving it out would mean the default one', () => {
    const none = planOf(withInput({ projects: null }));
    expect(firstOf(none).body).toEqual({ email: 'wanda@acme.example', role: 'reader', projects: [] });
    expect(none.gist).toBe('reader, no project');
  });

  test('to an address that was invited before is told apart from the old one by its state', () => {
    const earlier = listOnWire(inviteOnWire({ email: 'WANDA@acme.example', status: 'expired' }));
    const again = planOf({ ...sending, answers: { ...sending.answers, earlier } });
    expect(firstOf(again).proof[2]).toEqual({ email: 'wanda@acme.example', status: 'pending' });
    expect(again.guards['earlier']).toEqual(['invite_marta expired']);
  });

  test('shows what the person will be, where', () => {
    expect(plan.changes).toEqual([
      { label: 'Invitation', before: null, after: 'wanda@acme.example as reader of the organization' },
      { label: 'In playground', before: null, after: 'owner' },
      { label: 'In search-dev', before: null, after: 'member' },
    ]);
    expect(plan).toMatchObject({
      title: 'Invite wanda@acme.example',
      beneficiaryEmail: 'wanda@acme.example',
      project: null,
    });
  });

  test.each([
    ['routine', { projects: ['search-dev'] }],
    ['destructive', { projects: ['search-dev:owner'] }],
    ['critical', { role: 'owner', projects: ['search-dev'] }],
  ])('is %s by how far it reaches', (tier, more) => {
    expect(planOf(withInput(more)).tier).toBe(tier);
  });

  test('of an owner, or to another domain than the asker’s, carries a warning', () => {
    expect(planOf(withInput({ role: 'owner', email: 'wanda@acmee.example' })).warnings).toEqual([
      'An owner may do everything in the organization, also without Countersign and without a second person.',
      'acmee.example is not the domain of Erin Vale (acme.example).',
    ]);
    expect(plan.warnings).toEqual([]);
    const requester = { ...erinAsks({}).requester, openaiEmail: null };
    expect(planOf({ ...withInput({ email: 'a@b.example' }), ask: { requester } }).warnings).toEqual([]);
  });

  test('is undone by withdrawing the very one that was made', () => {
    const results = { invite: { id: 'invite_new' } };
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results };
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'invites.withdraw' });
    expect(withdrawInvite.parseInput(input)).toMatchObject({
      success: true,
      data: { invite: { id: 'invite_new', name: 'wanda@acme.example' } },
    });
    expect(plan.steps.map((step) => bind(step.call, bindings).body)).toHaveLength(1);
  });

  test('reads two things and the projects from memory', () => {
    const { calls, questions } = gatherByHand(sendInvite, erinAsks(sending.input), sending.answers);
    expect(calls.map((call) => call.endpoint)).toEqual(['GET /organization/users', 'GET /organization/invites']);
    expect(questions).toEqual([{ of: 'projects' }]);
  });
});

describe('it is refused', () => {
  test('for somebody who is there, who is onboarded instead, with the same words', () => {
    const answers = { ...sending.answers, present: listOnWire(userOnWire()) };
    const refusal = refusalOf({ ...sending, answers });
    expect(refusal).toMatchObject({ code: 'invites.present', next: { operation: 'users.onboard' } });
    const input = refusal.next?.kind === 'start' ? refusal.next.input : {};
    expect(onboardUser.parseInput(input)).toMatchObject({ success: true });
  });

  test('for somebody who is invited, whose invitation can be withdrawn', () => {
    expect(refusalOf(withInput({ email: 'Marta@acme.example' }))).toMatchObject({
      code: 'invites.pending',
      next: { operation: 'invites.withdraw', input: { invite: { id: 'invite_marta' } } },
    });
  });

  test.each(['nobody', 'a b@acme.example', 'a@acme', '<a@acme.example>', 'a@b.example,c@d.example'])(
    'for “%s”, which is no address',
    (email) => {
      expect(sendInvite.parseInput({ email }).success).toBe(false);
    },
  );
});
