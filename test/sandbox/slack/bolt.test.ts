import { describe, expect, it } from 'vitest';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { startBoltOverHttp, startBoltOverSocket } from './bolt-app.ts';
import { BEA, ERIN, eventually, GENERAL, shown, typed } from './slack-stage.ts';

const first = (slack: SlackEmulator, userId: string) => slack.seat.messages(userId, { channelId: GENERAL })[0];

describe.each([
  ['over HTTP', startBoltOverHttp],
  ['over Socket Mode', startBoltOverSocket],
])("an app on Slack's own SDK %s", (_name, start) => {
  it('goes from a command to a form, a card and a decision', async () => {
    const slack = await start();
    const { seat } = slack;
    expect(await seat.command(ERIN, { channelId: GENERAL, text: '/openai keys issue' })).toEqual({ ok: true });
    const form = await shown(slack, () => seat.modal(ERIN));
    const place = { in: 'view', viewId: form.id } as const;
    const offered = await seat.options(ERIN, { place, blockId: 'target', actionId: 'project', query: 'search' });
    expect(offered).toEqual([{ value: 'proj_1', label: 'Project search', description: null }]);

    const target = {
      project: {
        type: 'external_select',
        selected_option: { text: { type: 'plain_text', text: 'Project search' }, value: 'proj_1' },
      },
    };
    const send = (reason: string) =>
      seat.submit(ERIN, { viewId: form.id, state: { reason: { value: typed(reason) }, target } });
    expect(await send('go')).toEqual({ ok: true });
    expect(seat.modal(ERIN)?.errors).toEqual({ reason: 'Say a little more' });
    expect(await send('nightly evaluation')).toEqual({ ok: true });
    expect(seat.modal(ERIN)).toBeNull();

    const card = await shown(slack, () => first(slack, BEA));
    expect(card.blocks[0]).toMatchObject({ text: { text: `<@${ERIN}> asks: nightly evaluation (proj_1)` } });
    expect(
      await seat.click(BEA, {
        place: { in: 'message', channelId: GENERAL, ts: card.ts },
        blockId: 'decision',
        actionId: 'approve',
      }),
    ).toEqual({ ok: true });
    const decided = await shown(slack, () =>
      first(slack, ERIN)?.text.startsWith('Approved') === true ? first(slack, ERIN) : null,
    );
    expect(decided).toMatchObject({ text: `Approved by <@${BEA}>`, blocks: [], ts: card.ts });
    expect(seat.messages(BEA, { channelId: GENERAL }).at(-1)).toMatchObject({
      text: 'You approved request-1',
      ephemeral: true,
    });
  });

  it('answers through response_url, the Home, a mention and a shortcut', async () => {
    const slack = await start();
    const { seat } = slack;
    await seat.command(ERIN, { channelId: GENERAL, text: '/openai help' });
    expect(await shown(slack, () => first(slack, ERIN))).toMatchObject({ text: `Hello <@${ERIN}>`, ephemeral: true });
    await seat.openHome(ERIN);
    expect(await shown(slack, () => seat.home(ERIN))).toMatchObject({ type: 'home', blocks: [{ type: 'section' }] });
    await seat.shortcut(ERIN, 'get_api_key');
    expect(await shown(slack, () => seat.modal(ERIN))).toMatchObject({ title: 'A form' });
    await seat.say(BEA, { channelId: GENERAL, text: '@countersign hello' });
    const asked = await shown(slack, () =>
      seat.messages(ERIN, { channelId: GENERAL }).find((message) => message.replyCount === 1),
    );
    expect(seat.messages(ERIN, { channelId: GENERAL, threadTs: asked.ts })).toMatchObject([
      { text: 'You said: <@U0COUNTER1> hello' },
    ]);
  });

  it('uploads a picture in the three steps of its SDK', async () => {
    const slack = await start();
    await slack.seat.shortcut(ERIN, 'report_leak');
    const message = await shown(slack, () => first(slack, ERIN));
    expect(message).toMatchObject({
      text: 'This week',
      files: [{ name: 'spend.png', altText: 'Spend rose', mimetype: 'image/png' }],
    });
    expect(Buffer.from(message.files[0]!.bytes).toString('utf8')).toBe('not really a picture');
  });
});

describe('an app on Socket Mode that is told to go', () => {
  it('comes back with a new connection and works on', async () => {
    const slack = await startBoltOverSocket();
    slack.disconnectSockets('refresh_requested');
    expect(slack.connections()).toBe(0);
    await eventually(() => slack.connections() === 1);
    expect(await slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai help' })).toEqual({ ok: true });
  });
});

describe('an app over HTTP', () => {
  it('refuses what is not signed with its secret', async () => {
    const slack = await startBoltOverHttp();
    const body = 'command=%2Fopenai&text=help&user_id=U0ERIN0001';
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await slack.deliver({ body, headers: { ...form, ...slack.signedHeaders('another body') } })).status).toBe(
      401,
    );
    expect(
      (await slack.deliver({ body, headers: { ...form, ...slack.signedHeaders(body, { timestamp: 1_000_000_000 }) } }))
        .status,
    ).toBe(401);
  });
});
