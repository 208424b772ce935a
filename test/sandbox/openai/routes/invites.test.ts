import type { Invite } from 'openai/resources/admin/organization/invites';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('invites', () => {
  it('are sent for seven days', async () => {
    const { organization, sec, clock } = await openEmulator();
    const projects = [{ id: ids.web, role: 'member' as const }];
    const invite = await organization.invites.create({ email: 'sue@small.example', role: 'reader', projects });
    const expected: Invite = {
      object: 'organization.invite',
      id: expect.stringMatching(/^invite-/),
      email: 'sue@small.example',
      role: 'reader',
      status: 'pending',
      created_at: sec(0),
      expires_at: sec(7),
      accepted_at: null,
      projects,
    };
    expect(invite).toEqual(expected);
    clock.advance(8 * 86_400_000);
    expect((await organization.invites.retrieve(invite.id)).status).toBe('expired');
  });

  it('go to the default project when no list of projects is given, and to none when it is empty', async () => {
    const { organization } = await openEmulator();
    const silent = await organization.invites.create({ email: 'a@small.example', role: 'reader' });
    expect(silent.projects).toEqual([{ id: ids.defaultProject, role: 'member' }]);
    const empty = await organization.invites.create({ email: 'b@small.example', role: 'reader', projects: [] });
    expect(empty.projects).toEqual([]);
  });

  it('are listed and withdrawn, unless they were accepted', async () => {
    const { organization, call } = await openEmulator();
    const { data } = await organization.invites.list();
    expect(data.map(({ id, status }) => [id, status])).toEqual([
      ['invite-open', 'pending'],
      ['invite-used', 'accepted'],
    ]);
    const gone = await organization.invites.delete('invite-open');
    expect(gone).toEqual({ object: 'organization.invite.deleted', id: 'invite-open', deleted: true });
    const { status, error } = await call('DELETE', '/organization/invites/invite-used');
    expect(status).toBe(400);
    expect(error.message).toMatch(/already accepted/);
  });

  it.each([
    [{ email: 'lin@small.example', role: 'reader' }, /already a member/],
    [{ email: 'new@small.example', role: 'reader' }, /already been invited/],
    [{ email: 'x@small.example', role: 'member' }, /^Invalid value: 'member'/],
    [{ email: 'x@small.example', role: 'reader', projects: [{ id: ids.old, role: 'member' }] }, /archived/],
    [{ email: 'x@small.example', role: 'reader', projects: [{ id: ids.web, role: 'king' }] }, /^Invalid value: 'king'/],
    [{ email: 'nobody', role: 'reader' }, /Invalid/],
  ])('are refused for %j', async (body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', '/organization/invites', { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
