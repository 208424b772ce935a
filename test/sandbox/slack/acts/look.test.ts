import { describe, expect, it } from 'vitest';
import { BEA, call, ERIN, GENERAL, GUS, modal, PARTNERS, PETRA, SEARCH, section, setStage } from '../slack-stage.ts';

describe('what one person sees', () => {
  it('is everybody, and what kind of account each is', async () => {
    const { slack } = await setStage();
    expect(slack.seat.people()).toHaveLength(10);
    expect(slack.seat.people()[0]).toEqual({
      id: ERIN,
      name: 'erin',
      realName: 'Erin Vale',
      title: 'Search engineer',
      email: 'erin@acme.example',
      kind: 'member',
    });
  });

  it('are own channels, for members also the public ones', async () => {
    const { slack } = await setStage();
    const names = (userId: string) =>
      slack.seat.channels(userId).map((channel) => `${channel.isMember ? '' : '-'}${channel.name}`);
    expect(names(ERIN)).toEqual(['general', 'search-team', 'openai-approvals', 'openai-audit', 'partners']);
    expect(names('U0PRIYA001')).toEqual(['general', 'search-team', '-openai-approvals', '-openai-audit', '-partners']);
    expect(names(GUS)).toEqual(['search-team']);
    expect(names(PETRA)).toEqual(['partners']);
    expect(slack.seat.channels(BEA).find((channel) => channel.name === 'openai-alerts')?.kind).toBe('private');
  });

  it('are messages of own channels only', async () => {
    const { slack } = await setStage();
    await call(slack, 'chat.postMessage', { channel: SEARCH, text: 'a' });
    expect(slack.seat.messages(GUS, { channelId: SEARCH })).toHaveLength(1);
    expect(slack.seat.messages('U0SAM00001', { channelId: SEARCH })).toEqual([]);
    slack.admin.removeFromChannel(SEARCH, GUS);
    expect(slack.seat.messages(GUS, { channelId: SEARCH })).toEqual([]);
    slack.admin.addToChannel(SEARCH, GUS);
    expect(slack.seat.messages(GUS, { channelId: SEARCH })).toHaveLength(1);
  });

  it('is unread until looked at; own words, replies and hints never are', async () => {
    const { slack } = await setStage();
    const unread = (userId: string) => slack.seat.channels(userId).find((channel) => channel.id === GENERAL)?.unread;
    await slack.seat.say(ERIN, { channelId: GENERAL, text: 'one' });
    const { ts } = await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'two' });
    await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'reply', thread_ts: ts });
    await call(slack, 'chat.postEphemeral', { channel: GENERAL, user: ERIN, text: 'hint' });
    expect([unread(ERIN), unread(BEA)]).toEqual([1, 2]);
    slack.seat.messages(BEA, { channelId: GENERAL });
    expect([unread(ERIN), unread(BEA)]).toEqual([1, 0]);
  });

  it('is at most the newest 200 messages, newest last', async () => {
    const { slack } = await setStage();
    for (let index = 0; index < 203; index += 1) await slack.seat.say(ERIN, { channelId: PARTNERS, text: `m${index}` });
    const seen = slack.seat.messages(ERIN, { channelId: PARTNERS });
    expect([seen.length, seen[0]?.text, seen.at(-1)?.text]).toEqual([200, 'm3', 'm202']);
  });

  it('changes with a ring, until one stops listening', async () => {
    const { slack } = await setStage();
    let rings = 0;
    const stop = slack.seat.subscribe(() => {
      rings += 1;
    });
    await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'a' });
    expect(rings).toBeGreaterThan(0);
    const before = rings;
    slack.seat.messages(ERIN, { channelId: GENERAL });
    expect(rings).toBe(before);
    stop();
    await call(slack, 'chat.postMessage', { channel: GENERAL, text: 'b' });
    expect(rings).toBe(before);
  });
});

describe('a reset', () => {
  it('brings the seed back and keeps listeners, tokens and address', async () => {
    const { slack, app } = await setStage();
    await call(slack, 'chat.postMessage', { channel: ERIN, text: 'a' });
    await call(slack, 'views.publish', { user_id: ERIN, view: { type: 'home', blocks: [section('a')] } });
    await slack.seat.shortcut(ERIN, 'get_api_key');
    await call(slack, 'views.open', { trigger_id: app.last().payload.trigger_id, view: modal([]) });
    await slack.admin.setKind(BEA, 'guest');
    let rings = 0;
    slack.seat.subscribe(() => {
      rings += 1;
    });
    slack.reset();
    expect(rings).toBe(1);
    expect([slack.seat.modal(ERIN), slack.seat.home(ERIN), slack.calls(), slack.deliveries()]).toEqual([
      null,
      null,
      [],
      [],
    ]);
    expect(slack.seat.channels(ERIN).some((channel) => channel.kind === 'dm')).toBe(false);
    expect(slack.seat.people().find((person) => person.id === BEA)?.kind).toBe('member');
    expect(await call(slack, 'auth.test')).toMatchObject({ ok: true });
  });
});
