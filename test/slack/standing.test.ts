import { describe, expect, test } from 'vitest';
import type { Home } from '#slack/slack-face.ts';
import type { StandingCode } from '#workflow/ports/people.ts';
import { judgeUser } from '#slack/standing.ts';
import { now } from './pictures.ts';

const home: Home = { teamId: 'T0ACME0001', enterpriseId: null, botUserId: 'U0BOT', botId: 'B0BOT', appId: 'A0APP' };
const id = 'U0ERIN0001';

/** A full member's user object, as Slack sends it to a bot token. */
const member = {
  id,
  team_id: home.teamId,
  deleted: false,
  is_bot: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_admin: false,
  is_app_user: false,
  real_name: 'Erin Vale',
  profile: { real_name: 'Erin\nVale', display_name: 'erin' },
};
const judge = (user: unknown, at: Home = home) => judgeUser(user, { id, home: at, at: now });

test('a full member is a member, under their real name as one line', () => {
  expect(judge(member)).toEqual({ kind: 'member', name: 'Erin Vale', at: now });
});

/** Every boolean flag of a user object (Slack API docs, "User object", 2026), and who is one when it alone is turned round. */
const flags: Readonly<Record<string, StandingCode | 'member'>> = {
  deleted: 'deactivated',
  is_bot: 'bot',
  is_workflow_bot: 'bot',
  is_connector_bot: 'bot',
  is_restricted: 'guest',
  is_ultra_restricted: 'guest',
  is_stranger: 'other-workspace',
  is_invited_user: 'invited',
  // What is true of these says nothing against anybody, and nothing for them.
  is_admin: 'member',
  is_owner: 'member',
  is_primary_owner: 'member',
  is_app_user: 'member',
  is_email_confirmed: 'member',
  has_2fa: 'member',
};

test.each(Object.entries(flags))('A3, A4, A5 · %s alone makes somebody a %s', (flag, expected) => {
  const turned = judge({ ...member, is_email_confirmed: true, [flag]: flag !== 'is_email_confirmed' });
  expect(turned.kind === 'member' ? 'member' : turned.code).toBe(expected);
});

test('A3, A4 · no rank of the workspace outweighs a flag that rules somebody out', () => {
  for (const [flag, code] of Object.entries(flags).filter(([, expected]) => expected !== 'member'))
    expect(judge({ ...member, is_admin: true, is_owner: true, is_primary_owner: true, [flag]: true })).toMatchObject({
      kind: 'refused',
      code,
    });
});

test.each(['deleted', 'is_bot', 'is_restricted', 'is_ultra_restricted', 'team_id', 'id'])(
  'without %s nothing is proven',
  (field) => {
    const { [field]: _, ...rest } = member as Record<string, unknown>;
    expect(judge(rest)).toMatchObject({ kind: 'refused', code: 'unproven' });
  },
);

test.each([null, 'user', [], { ...member, id: 'U0OTHER001' }, { ...member, is_bot: 'no' }])(
  '%j proves nothing',
  (user) => {
    expect(judge(user)).toMatchObject({ kind: 'refused', code: 'unproven' });
  },
);

test('A6 · somebody of another workspace is of another workspace', () => {
  expect(judge({ ...member, team_id: 'T0PARTNER1' })).toMatchObject({ kind: 'refused', code: 'other-workspace' });
});

test('A4 · Slack’s own automaton is no person', () => {
  expect(judgeUser({ ...member, id: 'USLACKBOT' }, { id: 'USLACKBOT', home, at: now })).toMatchObject({
    kind: 'refused',
    code: 'bot',
  });
});

describe('in an Enterprise organization', () => {
  const grid: Home = { ...home, enterpriseId: 'E0ACME' };
  const enterprise = (change: object) => ({
    ...member,
    team_id: 'T0OTHER',
    enterprise_user: { id: 'W1', enterprise_id: 'E0ACME', teams: ['T0OTHER', home.teamId], ...change },
  });

  test('A6 · an account of another workspace counts if it is also in ours', () => {
    expect(judge(enterprise({}), grid)).toMatchObject({ kind: 'member' });
  });

  test.each([{ teams: ['T0OTHER'] }, { enterprise_id: 'E0PARTNER' }, { teams: null }])(
    'A6 · but not with %j',
    (change) => {
      expect(judge(enterprise(change), grid)).toMatchObject({ kind: 'refused', code: 'other-workspace' });
    },
  );

  test.each([null, undefined, '', { id: home.teamId }])('A6 · a team that reads %j proves nothing', (team) => {
    expect(judge({ ...member, team_id: team })).toMatchObject({ kind: 'refused' });
    expect(judge({ ...enterprise({}), team_id: team, enterprise_user: null }, grid)).toMatchObject({ kind: 'refused' });
  });

  test('A6 · the ids of workspace and organization in each other’s place prove nothing', () => {
    const swapped = enterprise({ enterprise_id: home.teamId, teams: ['E0ACME'] });
    expect(judge({ ...swapped, team_id: 'E0ACME' }, grid)).toMatchObject({ kind: 'refused', code: 'other-workspace' });
    expect(judge({ ...member, team_id: 'E0ACME' }, grid)).toMatchObject({ kind: 'refused', code: 'other-workspace' });
  });

  test('A6 · outside of one, what an enterprise says is not asked', () => {
    expect(judge(enterprise({}))).toMatchObject({ kind: 'refused', code: 'other-workspace' });
  });
});
