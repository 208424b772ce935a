import { describe, expect, it } from 'vitest';
import { ALERTS, BOT, call, DANA, ERIN, GENERAL, GUS, PARTNERS, PETRA, setStage } from '../../slack-stage.ts';

describe('users.info', () => {
  it.each([
    [
      ERIN,
      {
        deleted: false,
        is_restricted: false,
        is_ultra_restricted: false,
        is_stranger: false,
        is_bot: false,
        team_id: 'T0ACME0001',
      },
    ],
    [GUS, { is_restricted: true, is_ultra_restricted: false }],
    ['U0SOL00001', { is_restricted: true, is_ultra_restricted: true }],
    [DANA, { deleted: true }],
    [PETRA, { is_stranger: true, team_id: 'T0PARTNER1' }],
    [BOT, { is_bot: true, is_workflow_bot: false, is_connector_bot: false, profile: { bot_id: 'B0COUNTER1' } }],
  ])('says of %s what kind of account it is', async (user, flags) => {
    const { slack } = await setStage();
    expect(await call(slack, 'users.info', { user })).toMatchObject({ ok: true, user: { id: user, ...flags } });
  });

  it('shows addresses only to a token that may read them, and never a two-factor flag', async () => {
    const { slack } = await setStage();
    const { user } = await call(slack, 'users.info', { user: ERIN });
    expect(user.profile.email).toBe('erin@acme.example');
    expect(user).not.toHaveProperty('has_2fa');
    const narrow = await setStage({ scopes: ['users:read'] });
    expect((await call(narrow.slack, 'users.info', { user: ERIN })).user.profile).not.toHaveProperty('email');
  });

  it('leaves out what this Slack keeps to itself', async () => {
    const { slack } = await setStage({ behaviour: { hiddenUserFields: ['is_restricted'] } });
    const { user } = await call(slack, 'users.info', { user: ERIN });
    expect(user).not.toHaveProperty('is_restricted');
    expect(user).toHaveProperty('is_ultra_restricted', false);
  });

  it('tells at once what an administrator changed, and an app that subscribed hears of it', async () => {
    const { slack, app } = await setStage();
    await slack.admin.setKind(ERIN, 'deactivated');
    expect((await call(slack, 'users.info', { user: ERIN })).user.deleted).toBe(true);
    expect(app.last().payload).toMatchObject({
      type: 'event_callback',
      event: { type: 'user_change', user: { id: ERIN, deleted: true } },
    });
  });
});

describe('finding people', () => {
  it('by address, but nobody who left and nobody from elsewhere', async () => {
    const { slack } = await setStage();
    const find = async (email: string) => (await call(slack, 'users.lookupByEmail', { email })).user?.id ?? null;
    expect(await find('ERIN@acme.example')).toBe(ERIN);
    expect(await find('dana@acme.example')).toBeNull();
    expect(await find('petra@partner.example')).toBeNull();
  });

  it('in pages', async () => {
    const { slack } = await setStage();
    const first = await call(slack, 'users.list', { limit: 6 });
    const second = await call(slack, 'users.list', { limit: 6, cursor: first.response_metadata.next_cursor });
    expect([first.members.length, second.members.length]).toEqual([6, 3]);
    expect(second.response_metadata.next_cursor).toBe('');
    expect(await call(slack, 'users.list', { cursor: 'bm9uc2Vuc2U=' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await call(slack, 'users.list', { limit: 1001 })).toMatchObject({ error: 'invalid_limit' });
  });

  it('by user group', async () => {
    const { slack } = await setStage();
    expect((await call(slack, 'usergroups.list', { include_users: true })).usergroups).toMatchObject([
      { id: 'S0APPROVE1', handle: 'openai-approvers', users: ['U0BEA00001', 'U0OMAR0001'], user_count: 2 },
    ]);
    expect((await call(slack, 'usergroups.users.list', { usergroup: 'S0APPROVE1' })).users).toEqual([
      'U0BEA00001',
      'U0OMAR0001',
    ]);
    expect(await call(slack, 'usergroups.users.list', { usergroup: 'S0NOBODY01' })).toMatchObject({
      error: 'no_such_subteam',
    });
  });

  it('finds the bot itself', async () => {
    const { slack } = await setStage();
    expect((await call(slack, 'bots.info', { bot: 'B0COUNTER1' })).bot).toMatchObject({
      app_id: 'A0COUNTER1',
      user_id: BOT,
    });
  });
});

describe('conversations', () => {
  it('says which channel is shared with another organization', async () => {
    const { slack } = await setStage();
    expect((await call(slack, 'conversations.info', { channel: GENERAL })).channel).toMatchObject({
      name: 'general',
      is_ext_shared: false,
      is_member: true,
    });
    expect((await call(slack, 'conversations.info', { channel: PARTNERS })).channel).toMatchObject({
      is_ext_shared: true,
      connected_team_ids: ['T0PARTNER1'],
    });
    await slack.admin.setConnectedTeams(GENERAL, ['T0PARTNER1']);
    expect((await call(slack, 'conversations.info', { channel: GENERAL })).channel).toMatchObject({
      is_ext_shared: true,
    });
  });

  it('hides private channels the bot is not in, and asks a scope for each kind', async () => {
    const { slack } = await setStage();
    const ids = async (types: string) =>
      (await call(slack, 'conversations.list', { types })).channels?.map((channel: { id: string }) => channel.id);
    expect(await ids('private_channel')).toEqual([ALERTS]);
    slack.admin.removeFromChannel(ALERTS, BOT);
    expect(await ids('private_channel')).toEqual([]);
    expect(await call(slack, 'conversations.info', { channel: ALERTS })).toMatchObject({ error: 'channel_not_found' });
    expect(await call(slack, 'conversations.list', { types: 'im' })).toMatchObject({
      error: 'missing_scope',
      needed: 'im:read',
    });
    expect(await call(slack, 'conversations.list', { types: 'rooms' })).toMatchObject({ error: 'invalid_types' });
  });

  it('lists members without those who left', async () => {
    const { slack } = await setStage();
    const { members } = await call(slack, 'conversations.members', { channel: GENERAL });
    expect(members).toContain(ERIN);
    expect(members).not.toContain(DANA);
  });

  it('opens one conversation with a person, with nobody who cannot be written to', async () => {
    const { slack } = await setStage();
    const open = (users: string) => call(slack, 'conversations.open', { users });
    expect(await open(ERIN)).toEqual({ ok: true, channel: { id: 'D0ERIN0001' } });
    expect(await open(ERIN)).toMatchObject({ already_open: true, channel: { id: 'D0ERIN0001' } });
    expect(await open(DANA)).toMatchObject({ error: 'user_disabled' });
    expect(await open(BOT)).toMatchObject({ error: 'cannot_dm_bot' });
    expect(await open('U0NOBODY01')).toMatchObject({ error: 'user_not_found' });
    expect(await open(`${ERIN},${GUS}`)).toMatchObject({ error: 'missing_scope', needed: 'mpim:write' });
  });

  it('lets the bot join a public channel when it may', async () => {
    const { slack } = await setStage({ scopes: ['channels:join', 'chat:write'] });
    slack.admin.removeFromChannel(GENERAL, BOT);
    expect(await call(slack, 'conversations.join', { channel: GENERAL })).toMatchObject({ ok: true });
    expect(await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'here' })).toMatchObject({ ok: true });
  });

  it('reads back history newest first and a thread oldest first, with the scope for it', async () => {
    const narrow = await setStage();
    expect(await call(narrow.slack, 'conversations.history', { channel: GENERAL })).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    });
    const { slack } = await setStage({ scopes: ['chat:write', 'channels:history'] });
    const { ts } = await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'one' });
    await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'reply', thread_ts: ts });
    await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'two' });
    const texts = (answer: { messages: { text: string }[] }) => answer.messages.map((message) => message.text);
    expect(texts(await call(slack, 'conversations.history', { channel: GENERAL }))).toEqual(['two', 'one']);
    expect(texts(await call(slack, 'conversations.history', { channel: GENERAL, oldest: ts }))).toEqual(['two']);
    expect(texts(await call(slack, 'conversations.replies', { channel: GENERAL, ts }))).toEqual(['one', 'reply']);
    const page = await call(slack, 'conversations.history', { channel: GENERAL, limit: 1 });
    expect(page).toMatchObject({ has_more: true, messages: [{ text: 'two' }] });
  });
});
