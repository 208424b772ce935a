import { describe, expect, it } from 'vitest';
import { actions, BEA, button, call, ERIN, GENERAL, section, setStage, type Stage } from '../slack-stage.ts';

const read = ({ slack }: Stage, userId = ERIN) =>
  slack.seat.messages(userId, { channelId: GENERAL }).map((message) => message.text);

async function respond(url: string, body: object): Promise<[number, unknown]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [response.status, await response.json()];
}

async function urlOfCommand(stage: Stage): Promise<string> {
  await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
  return stage.app.last().form['response_url']!;
}

async function urlOfClick(stage: Stage): Promise<string> {
  const { ts } = await call(stage.slack, 'chat.postMessage', {
    channel: GENERAL,
    text: 'card',
    blocks: [actions('row', button('go'))],
  });
  await stage.slack.seat.click(ERIN, {
    place: { in: 'message', channelId: GENERAL, ts },
    blockId: 'row',
    actionId: 'go',
  });
  return stage.app.last().payload.response_url;
}

describe('the acknowledgement of a slash command', () => {
  it.each([
    ['a text', 'Hello *Erin*', 'Hello *Erin*'],
    ['a message', { text: 'Hello', blocks: [section('Hello')] }, 'Hello'],
  ])('can be %s, which only this person sees', async (_name, body, text) => {
    const stage = await setStage();
    stage.app.answer = () => ({ body });
    await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
    expect(stage.slack.seat.messages(ERIN, { channelId: GENERAL })).toMatchObject([
      { text, ephemeral: true, userId: 'U0COUNTER1' },
    ]);
    expect(read(stage, BEA)).toEqual([]);
  });

  it('can be for everybody', async () => {
    const stage = await setStage();
    stage.app.answer = () => ({ body: { text: 'Hello all', response_type: 'in_channel' } });
    await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
    expect(read(stage, BEA)).toEqual(['Hello all']);
  });

  it('fails like any message when Slack cannot show it', async () => {
    const stage = await setStage();
    stage.app.answer = () => ({ body: { text: 'a', blocks: [section('')] } });
    expect(await stage.slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' })).toEqual({
      ok: false,
      failed: 'invalid_blocks',
    });
  });
});

describe('a response_url', () => {
  it('answers five times, then no more', async () => {
    const stage = await setStage();
    const url = await urlOfCommand(stage);
    for (let times = 1; times <= 5; times += 1)
      expect(await respond(url, { text: `answer ${times}` })).toEqual([200, { ok: true }]);
    expect(await respond(url, { text: 'too many' })).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(read(stage)).toHaveLength(5);
  });

  it('answers for thirty minutes', async () => {
    const stage = await setStage();
    const url = await urlOfCommand(stage);
    stage.clock.nowMs += 30 * 60_000;
    expect(await respond(url, { text: 'just in time' })).toEqual([200, { ok: true }]);
    stage.clock.nowMs += 1;
    expect(await respond(url, { text: 'too late' })).toEqual([404, { ok: false, error: 'expired_url' }]);
    expect(await respond(`${stage.slack.url}/response/made-up`, { text: 'a' })).toEqual([
      404,
      { ok: false, error: 'expired_url' },
    ]);
  });

  it('replaces or deletes the message that was clicked, a hint of its own included', async () => {
    const stage = await setStage();
    const url = await urlOfClick(stage);
    await respond(url, { text: 'approved', replace_original: true });
    expect(read(stage, BEA)).toEqual(['approved']);
    await respond(url, { delete_original: true });
    expect(read(stage, BEA)).toEqual([]);
    expect(await respond(url, { text: 'again', replace_original: true })).toEqual([
      400,
      { ok: false, error: 'message_not_found' },
    ]);

    await respond(await urlOfCommand(stage), { text: 'sure?', blocks: [actions('row', button('yes'))] });
    const hint = stage.slack.seat.messages(ERIN, { channelId: GENERAL }).at(-1)!;
    await stage.slack.seat.click(ERIN, {
      place: { in: 'message', channelId: GENERAL, ts: hint.ts },
      blockId: 'row',
      actionId: 'yes',
    });
    await respond(stage.app.last().payload.response_url, { text: 'done', replace_original: true });
    expect(stage.slack.seat.messages(ERIN, { channelId: GENERAL })).toMatchObject([
      { ts: hint.ts, text: 'done', blocks: [], ephemeral: true },
    ]);
  });

  it('adds a hint beside the message unless told otherwise', async () => {
    const stage = await setStage();
    const url = await urlOfClick(stage);
    await respond(url, { text: 'only you' });
    await respond(url, { text: 'all of you', response_type: 'in_channel' });
    expect(read(stage)).toEqual(['card', 'only you', 'all of you']);
    expect(read(stage, BEA)).toEqual(['card', 'all of you']);
  });

  it('refuses what Slack cannot show', async () => {
    const stage = await setStage();
    const url = await urlOfCommand(stage);
    expect(await respond(url, {})).toEqual([400, { ok: false, error: 'no_text' }]);
    expect(await respond(url, { text: 'a', blocks: [{ type: 'marquee' }] })).toEqual([
      400,
      { ok: false, error: 'invalid_blocks' },
    ]);
  });
});
