import { describe, expect, it } from 'vitest';
import {
  BEA,
  call,
  DANA,
  ERIN,
  GENERAL,
  GUS,
  modal,
  PARTNERS,
  PETRA,
  SEARCH,
  setStage,
  type Stage,
} from '../slack-stage.ts';

async function typedAs({ slack, app }: Stage, text: string): Promise<string> {
  await slack.seat.command(ERIN, { channelId: GENERAL, text: `/openai ${text}` });
  return app.last().form['text']!;
}

describe('typing a command', () => {
  it.each([
    ['a person', 'show @bea', 'show <@U0BEA00001|bea>'],
    ['a person in capitals at the end', 'show @Bea.', 'show <@U0BEA00001|bea>.'],
    ['nobody', 'show @nobody', 'show @nobody'],
    ['a channel', 'post #search-team', 'post <#C0SEARCH01|search-team>'],
    ['no channel', 'issue #42', 'issue #42'],
    ['a group', 'ask @openai-approvers', 'ask <!subteam^S0APPROVE1|@openai-approvers>'],
    ['everybody', 'ask @here', 'ask <!here>'],
    ['a link', 'see https://acme.example/a?b=1&c=2.', 'see <https://acme.example/a?b=1&amp;c=2>.'],
    ['an address', 'for erin@acme.example', 'for <mailto:erin@acme.example|erin@acme.example>'],
    ['markup', '--reason "a < b & c > d"', '--reason "a &lt; b &amp; c &gt; d"'],
    ['a finished mention', 'show <@U0BEA00001>', 'show <@U0BEA00001|bea>'],
    ['a mention of nobody', 'show <@U0NOBODY01>', 'show &lt;@U0NOBODY01&gt;'],
    ['a broadcast in brackets', '<!channel>', '&lt;!channel&gt;'],
    ['smart quotes and spaces', '--reason  “two  words”', '--reason  “two  words”'],
  ])('sends %s as a client with should_escape does', async (_name, typed, sent) => {
    expect(await typedAs(await setStage(), typed)).toBe(sent);
  });

  it('works in own channels, for commands that exist, for people of the workspace', async () => {
    const { slack, app } = await setStage();
    const type = async (userId: string, channelId: string, text = '/openai') =>
      slack.seat.command(userId, { channelId, text });
    expect(await type(GUS, SEARCH)).toEqual({ ok: true });
    expect(await type(GUS, GENERAL)).toEqual({ ok: false, failed: 'not_in_channel' });
    expect(await type(ERIN, GENERAL, '/giphy cats')).toEqual({ ok: false, failed: 'invalid_command' });
    expect(await type(ERIN, GENERAL, '/openaix')).toEqual({ ok: false, failed: 'invalid_command' });
    expect(await type(PETRA, PARTNERS)).toEqual({ ok: false, failed: 'app_not_installed' });
    expect(await type(DANA, GENERAL)).toEqual({ ok: false, failed: 'account_inactive' });
    expect(app.received).toHaveLength(1);
    slack.behaviour.deliverForStrangers = true;
    expect(await type(PETRA, PARTNERS)).toEqual({ ok: true });
  });

  it('tells the names of public channels only', async () => {
    const { slack, app } = await setStage();
    await call(slack, 'conversations.open', { users: BEA });
    for (const channelId of ['C0ALERTS01', 'D0BEA00001', GENERAL])
      await slack.seat.command(BEA, { channelId, text: '/openai' });
    expect(app.received.map(({ form }) => form['channel_name'])).toEqual(['privategroup', 'directmessage', 'general']);
  });
});

describe('saying something', () => {
  it('puts it in front of the channel, and calls the app when it is mentioned', async () => {
    const { slack, app } = await setStage();
    await slack.seat.say(ERIN, { channelId: GENERAL, text: 'good morning' });
    expect(app.received).toEqual([]);
    await slack.seat.say(ERIN, { channelId: GENERAL, text: '@Countersign help <please>' });
    const [first, second] = slack.seat.messages(BEA, { channelId: GENERAL });
    expect([first?.text, second?.text]).toEqual(['good morning', '<@U0COUNTER1> help &lt;please&gt;']);
    expect(app.last().payload.event).toMatchObject({
      type: 'app_mention',
      user: ERIN,
      channel: GENERAL,
      ts: second?.ts,
      text: second?.text,
      team: 'T0ACME0001',
    });
  });

  it('says which team a stranger is of', async () => {
    const { slack, app } = await setStage();
    await slack.seat.say(PETRA, { channelId: PARTNERS, text: '@countersign help' });
    expect(app.last().payload.event).toMatchObject({
      type: 'app_mention',
      user: PETRA,
      user_team: 'T0PARTNER1',
      source_team: 'T0PARTNER1',
    });
  });

  it('in a thread stays there', async () => {
    const { slack, app } = await setStage();
    await slack.seat.say(ERIN, { channelId: GENERAL, text: 'parent' });
    const parent = slack.seat.messages(ERIN, { channelId: GENERAL })[0]!;
    await slack.seat.say(BEA, { channelId: GENERAL, text: '@countersign?', threadTs: parent.ts });
    expect(app.last().payload.event).toMatchObject({ thread_ts: parent.ts });
    expect(slack.seat.messages(ERIN, { channelId: GENERAL })).toHaveLength(1);
  });

  it('does not call an app that is not in the channel', async () => {
    const { slack, app } = await setStage();
    slack.admin.removeFromChannel(GENERAL, 'U0COUNTER1');
    await slack.seat.say(ERIN, { channelId: GENERAL, text: '@countersign help' });
    expect(app.received).toEqual([]);
  });

  it('is impossible outside one’s channels and with nothing to say', async () => {
    const { slack } = await setStage();
    expect(await slack.seat.say(GUS, { channelId: GENERAL, text: 'hello' })).toEqual({
      ok: false,
      failed: 'not_in_channel',
    });
    expect(await slack.seat.say(ERIN, { channelId: GENERAL, text: ' ' })).toEqual({ ok: false, failed: 'no_text' });
    slack.admin.archiveChannel(GENERAL);
    expect(await slack.seat.say(ERIN, { channelId: GENERAL, text: 'hello' })).toEqual({
      ok: false,
      failed: 'is_archived',
    });
  });
});

describe('shortcuts and the Home', () => {
  it('bring a trigger that opens a modal, and no channel', async () => {
    const { slack, app } = await setStage();
    expect(await slack.seat.shortcut(ERIN, 'get_api_key')).toEqual({ ok: true });
    const { payload } = app.last();
    expect(payload).toMatchObject({
      type: 'shortcut',
      callback_id: 'get_api_key',
      user: { id: ERIN, username: 'erin' },
      team: { id: 'T0ACME0001' },
    });
    expect(payload).not.toHaveProperty('channel');
    expect(await call(slack, 'views.open', { trigger_id: payload.trigger_id, view: modal([]) })).toMatchObject({
      ok: true,
    });
    expect(await slack.seat.shortcut(ERIN, 'unknown')).toEqual({ ok: false, failed: 'shortcut_not_found' });
    expect(await slack.seat.shortcut(PETRA, 'get_api_key')).toEqual({ ok: false, failed: 'app_not_installed' });
  });

  it('tell the app which Home stands there when it is opened again', async () => {
    const { slack, app } = await setStage();
    const { view } = await call(slack, 'views.publish', {
      user_id: ERIN,
      view: { type: 'home', blocks: [{ type: 'divider' }] },
    });
    await slack.seat.openHome(ERIN);
    expect(app.last().payload.event).toMatchObject({ type: 'app_home_opened', view: { id: view.id, hash: view.hash } });
  });
});
