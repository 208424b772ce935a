import { describe, expect, it } from 'vitest';
import {
  actions,
  ALERTS,
  BEA,
  BOT,
  button,
  call,
  ERIN,
  GENERAL,
  section,
  setStage,
  type Stage,
} from '../../slack-stage.ts';

const read = ({ slack }: Stage, userId = ERIN, channelId = GENERAL) => slack.seat.messages(userId, { channelId });

describe('chat.postMessage', () => {
  it('shows a message to the members of its channel, with ids where the app gave none', async () => {
    const stage = await setStage();
    const answer = await call(stage.slack, 'chat.postMessage', {
      channel: GENERAL,
      text: 'Erin wants a key',
      blocks: [actions('row', { ...button('go'), action_id: undefined })],
    });
    expect(answer).toMatchObject({
      ok: true,
      channel: GENERAL,
      message: { bot_id: 'B0COUNTER1', app_id: 'A0COUNTER1', user: BOT, text: 'Erin wants a key' },
    });
    const [message] = read(stage);
    expect(message).toMatchObject({
      ts: answer.ts,
      userId: BOT,
      text: 'Erin wants a key',
      edited: false,
      ephemeral: false,
    });
    expect(message?.blocks[0]).toMatchObject({ elements: [{ action_id: expect.stringMatching(/^a\w{10}$/) }] });
  });

  it('never gives two messages one timestamp, even within a millisecond', async () => {
    const { slack } = await setStage();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => call(slack, 'chat.postMessage', { channel: GENERAL, text: 'a' })),
    );
    expect(new Set(sent.map((answer) => answer.ts)).size).toBe(20);
  });

  it('opens the conversation when it is sent to a person', async () => {
    const { slack } = await setStage();
    expect(slack.seat.channels(ERIN).map((channel) => channel.kind)).not.toContain('dm');
    const answer = await call(slack, 'chat.postMessage', { channel: ERIN, text: 'Your key is ready' });
    expect(answer.channel).toBe('D0ERIN0001');
    expect(slack.seat.channels(ERIN)).toContainEqual({
      id: 'D0ERIN0001',
      name: 'Countersign',
      kind: 'dm',
      unread: 1,
      isMember: true,
    });
    expect(slack.seat.channels(BEA).map((channel) => channel.id)).not.toContain('D0ERIN0001');
  });

  it('answers a message in its thread', async () => {
    const stage = await setStage();
    const parent = await call(stage.slack, 'chat.postMessage', { channel: GENERAL, text: 'parent' });
    const reply = await call(stage.slack, 'chat.postMessage', {
      channel: GENERAL,
      text: 'first',
      thread_ts: parent.ts,
    });
    await call(stage.slack, 'chat.postMessage', { channel: GENERAL, text: 'second', thread_ts: reply.ts });
    expect(read(stage)).toMatchObject([{ text: 'parent', replyCount: 2 }]);
    const thread = stage.slack.seat.messages(ERIN, { channelId: GENERAL, threadTs: parent.ts });
    expect(thread.map((message) => [message.text, message.threadTs])).toEqual([
      ['first', parent.ts],
      ['second', parent.ts],
    ]);
  });

  it('is refused where Slack refuses it', async () => {
    const { slack } = await setStage();
    slack.admin.removeFromChannel(GENERAL, BOT);
    slack.admin.removeFromChannel(ALERTS, BOT);
    slack.admin.archiveChannel('C0SEARCH01');
    const errorOf = async (args: Record<string, unknown>) =>
      (await call(slack, 'chat.postMessage', { text: 'a', ...args })).error;
    expect(await errorOf({ channel: 'C0NOWHERE1' })).toBe('channel_not_found');
    expect(await errorOf({ channel: GENERAL })).toBe('not_in_channel');
    expect(await errorOf({ channel: ALERTS })).toBe('channel_not_found');
    expect(await errorOf({ channel: 'C0SEARCH01' })).toBe('is_archived');
    expect(await errorOf({ channel: ERIN, text: '' })).toBe('no_text');
    expect(await errorOf({ channel: ERIN, thread_ts: '1.000001' })).toBe('thread_not_found');
    expect(await errorOf({ channel: ERIN, blocks: 'no json' })).toBe('invalid_blocks_format');
    expect(await errorOf({ channel: ERIN, text: '', markdown_text: 'x'.repeat(12_001) })).toBe(
      'markdown_text_conflict',
    );
    expect(await errorOf({ channel: ERIN, metadata: { event_type: 'a' } })).toBe('invalid_metadata_format');
    expect(await errorOf({})).toBe('invalid_arguments');
  });

  it('says which block is wrong, in both places where SDKs look', async () => {
    const { slack } = await setStage();
    expect(
      await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'a', blocks: [section('x'.repeat(3001))] }),
    ).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'] },
    });
    const picture = { type: 'image', alt_text: 'spend', slack_file: { id: 'F0NOWHERE1' } };
    expect((await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'a', blocks: [picture] })).errors).toEqual([
      'invalid slack file [json-pointer:/blocks/0/slack_file]',
    ]);
    expect(slack.seat.messages(ERIN, { channelId: GENERAL })).toEqual([]);
  });

  it('cuts a text at 40 000 characters and warns', async () => {
    const stage = await setStage();
    const answer = await call(stage.slack, 'chat.postMessage', { channel: GENERAL, text: 'x'.repeat(40_001) });
    expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
    expect(read(stage)[0]?.text).toHaveLength(40_000);
  });
});

describe('chat.update', () => {
  async function withCard(): Promise<
    Stage & { ts: string; update(args: Record<string, unknown>): Promise<{ ok: boolean; error?: string }> }
  > {
    const stage = await setStage();
    const { ts } = await call(stage.slack, 'chat.postMessage', {
      channel: GENERAL,
      text: 'card',
      blocks: [section('card')],
    });
    return { ...stage, ts, update: (args) => call(stage.slack, 'chat.update', { channel: GENERAL, ts, ...args }) };
  }

  it('replaces blocks without a mark', async () => {
    const stage = await withCard();
    await stage.update({ text: 'approved', blocks: [section('approved')] });
    expect(read(stage)).toMatchObject([{ text: 'approved', blocks: [{ text: { text: 'approved' } }], edited: false }]);
  });

  it('takes the blocks away when only text comes, and marks the message', async () => {
    const stage = await withCard();
    await stage.update({ text: 'approved' });
    expect(read(stage)).toMatchObject([{ text: 'approved', blocks: [], edited: true }]);
  });

  it('refuses a text beyond 4 000 characters', async () => {
    const stage = await withCard();
    expect(await stage.update({ text: 'x'.repeat(4000) })).toMatchObject({ ok: true });
    expect(await stage.update({ text: 'x'.repeat(4001) })).toEqual({ ok: false, error: 'msg_too_long' });
  });

  it('finds only messages of its own that everybody sees, by the id of their channel', async () => {
    const stage = await withCard();
    await stage.slack.seat.say(ERIN, { channelId: GENERAL, text: 'mine' });
    const mine = read(stage).at(-1)?.ts;
    const hint = await call(stage.slack, 'chat.postEphemeral', { channel: GENERAL, user: ERIN, text: 'psst' });
    expect(await stage.update({ ts: mine, text: 'yours' })).toMatchObject({ error: 'cant_update_message' });
    expect(await stage.update({ ts: hint.message_ts, text: 'a' })).toMatchObject({ error: 'message_not_found' });
    expect(await stage.update({ ts: '1.000001', text: 'a' })).toMatchObject({ error: 'message_not_found' });
    expect(await stage.update({ channel: ERIN, text: 'a' })).toMatchObject({ error: 'channel_not_found' });
    expect(await stage.update({})).toMatchObject({ error: 'no_text' });
  });
});

describe('chat.postEphemeral', () => {
  it('shows a hint to one person, who must be in the channel', async () => {
    const stage = await setStage();
    await call(stage.slack, 'chat.postEphemeral', { channel: GENERAL, user: ERIN, text: 'only you' });
    expect(read(stage, ERIN)).toMatchObject([{ text: 'only you', ephemeral: true }]);
    expect(read(stage, BEA)).toEqual([]);
    expect(await call(stage.slack, 'chat.postEphemeral', { channel: ALERTS, user: ERIN, text: 'a' })).toMatchObject({
      error: 'user_not_in_channel',
    });
  });
});

describe('chat.delete and chat.getPermalink', () => {
  it('take a message back, and point at one', async () => {
    const stage = await setStage();
    const { ts } = await call(stage.slack, 'chat.postMessage', { channel: GENERAL, text: 'a' });
    const link = await call(stage.slack, 'chat.getPermalink', { channel: GENERAL, message_ts: ts });
    expect(link.permalink).toBe(`https://acme-robotics.slack.com/archives/${GENERAL}/p${ts.replace('.', '')}`);
    expect(await call(stage.slack, 'chat.delete', { channel: GENERAL, ts })).toMatchObject({ ok: true });
    expect(read(stage)).toEqual([]);
    expect(await call(stage.slack, 'chat.getPermalink', { channel: GENERAL, message_ts: ts })).toMatchObject({
      error: 'message_not_found',
    });
  });
});
