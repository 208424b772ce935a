import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Inbound, patience, type Reply } from '../raw-app.ts';
import {
  actions,
  APPROVALS,
  BEA,
  button,
  call,
  closing,
  ERIN,
  eventually,
  GENERAL,
  setStage,
  signingSecret,
} from '../slack-stage.ts';
import { seed } from '../slack-stage.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';

const isSigned = ({ headers, rawBody }: Inbound) => {
  const timestamp = headers['x-slack-request-timestamp'];
  const expected = createHmac('sha256', signingSecret)
    .update(`v0:${String(timestamp)}:${rawBody}`)
    .digest('hex');
  return headers['x-slack-signature'] === `v0=${expected}`;
};

describe('a request to the app', () => {
  it('is signed, stamped with the time and typed exactly as receivers compare it', async () => {
    const { slack, app, clock } = await setStage();
    await slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai help' });
    await slack.seat.openHome(ERIN);
    await slack.seat.shortcut(ERIN, 'get_api_key');
    expect(app.received.map((inbound) => inbound.headers['content-type'])).toEqual([
      'application/x-www-form-urlencoded',
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
    expect(app.received.map(isSigned)).toEqual([true, true, true]);
    expect(app.last().headers['x-slack-request-timestamp']).toBe(String(clock.nowMs / 1000));
  });

  it('carries every field of a slash command, as text', async () => {
    const { slack, app } = await setStage();
    await slack.seat.command(BEA, { channelId: APPROVALS, text: '/openai keys list --project search' });
    expect(app.last().form).toEqual({
      token: expect.any(String),
      team_id: 'T0ACME0001',
      team_domain: 'acme-robotics',
      channel_id: APPROVALS,
      channel_name: 'openai-approvals',
      user_id: BEA,
      user_name: 'bea',
      command: '/openai',
      text: 'keys list --project search',
      api_app_id: 'A0COUNTER1',
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(new RegExp(`^${slack.url}/response/[\\w-]{20,}$`)),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[\w-]+$/),
    });
  });

  it('stamps signatures with a clock of their own when given one', async () => {
    const { app } = await setStage();
    const slack = closing(
      await startSlackEmulator({
        nowMs: () => 0,
        seed,
        delivery: { mode: 'http', requestUrl: () => app.url, signingSecret, stampNowMs: () => 86_400_000 },
      }),
    );
    await slack.seat.shortcut(ERIN, 'report_leak');
    expect(app.last().headers['x-slack-request-timestamp']).toBe('86400');
  });
});

describe('what the person sees of the acknowledgement', () => {
  const outcomes: readonly [string, Reply, object][] = [
    ['an empty 200', {}, { ok: true }],
    ['a 404', { status: 404 }, { ok: false, failed: 'dispatch_failed' }],
    ['a 500', { status: 500 }, { ok: false, failed: 'dispatch_failed' }],
    ['a redirect, which is not followed', { status: 302 }, { ok: false, failed: 'dispatch_failed' }],
    ['silence', 'never', { ok: false, failed: 'operation_timeout' }],
  ];

  it.each(outcomes)('of %s', async (_name, reply, outcome) => {
    const { slack, app } = await setStage({ behaviour: patience(reply) });
    app.answer = () => reply;
    expect(await slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' })).toEqual(outcome);
    expect(await slack.seat.shortcut(ERIN, 'get_api_key')).toEqual(outcome);
    const { ts } = await call(slack, 'chat.postMessage', {
      channel: GENERAL,
      text: 'a',
      blocks: [actions('row', button('go'))],
    });
    expect(
      await slack.seat.click(ERIN, {
        place: { in: 'message', channelId: GENERAL, ts },
        blockId: 'row',
        actionId: 'go',
      }),
    ).toEqual(outcome);
  });

  it('of an app that is not there', async () => {
    const { slack, app } = await setStage();
    await app.close();
    expect(await slack.seat.shortcut(ERIN, 'get_api_key')).toEqual({ ok: false, failed: 'dispatch_failed' });
  });

  it('does not show a failed event to anybody', async () => {
    const { slack, app } = await setStage();
    app.answer = () => ({ status: 500 });
    expect(await slack.seat.openHome(ERIN)).toEqual({ ok: true });
  });
});

describe('an event', () => {
  it('comes in an envelope that says which app, team and event it is', async () => {
    const { slack, app, clock } = await setStage();
    await slack.seat.openHome(ERIN);
    expect(app.last().payload).toMatchObject({
      type: 'event_callback',
      team_id: 'T0ACME0001',
      api_app_id: 'A0COUNTER1',
      event_id: expect.stringMatching(/^Ev\w{10}$/),
      event_time: clock.nowMs / 1000,
      authorizations: [{ team_id: 'T0ACME0001', user_id: 'U0COUNTER1', is_bot: true, is_enterprise_install: false }],
      event: { type: 'app_home_opened', user: ERIN, tab: 'home', channel: 'D0ERIN0001' },
    });
    expect(app.last().payload.event).not.toHaveProperty('view');
  });

  it('is sent again with the same id and a number until it is acknowledged', async () => {
    const { slack, app } = await setStage({ behaviour: { eventRetryDelaysMs: [0, 0, 0] } });
    app.answer = () => ({ status: app.received.length < 3 ? 500 : 200 });
    await slack.seat.openHome(ERIN);
    await eventually(() => app.received.length === 3);
    expect(app.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    expect(new Set(app.received.map(({ payload }) => payload.event_id)).size).toBe(1);
  });

  it('that nobody subscribed to is not sent', async () => {
    const { slack, app } = await setStage({ app: { events: ['app_home_opened'] } });
    await slack.seat.say(ERIN, { channelId: GENERAL, text: '@countersign help' });
    expect(app.received).toEqual([]);
  });

  it('of a message to the bot alone reaches an app that subscribed to message.im', async () => {
    const { slack, app } = await setStage({ app: { events: ['message.im'] } });
    await call(slack, 'conversations.open', { users: ERIN });
    await slack.seat.say(ERIN, { channelId: 'D0ERIN0001', text: 'hello' });
    expect(app.last().payload.event).toMatchObject({
      type: 'message',
      channel_type: 'im',
      user: ERIN,
      text: 'hello',
      channel: 'D0ERIN0001',
    });
  });
});

describe('a request made by hand', () => {
  it('arrives as it was made: forged, replayed, or honest', async () => {
    const { slack, app } = await setStage();
    app.answer = (inbound) => ({ status: isSigned(inbound) ? 200 : 401, body: 'seen' });
    const body = 'command=%2Fopenai&text=help';
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await slack.deliver({ body, headers: { ...form, ...slack.signedHeaders(body) } })).toMatchObject({
      status: 200,
      body: 'seen',
    });
    expect(await slack.deliver({ body: `${body}!`, headers: { ...form, ...slack.signedHeaders(body) } })).toMatchObject(
      { status: 401 },
    );
    expect(await slack.deliver({ body, headers: form })).toMatchObject({ status: 401 });
    expect(slack.signedHeaders(body, { timestamp: 17 })).toHaveProperty('X-Slack-Request-Timestamp', '17');
    await slack.seat.command(ERIN, { channelId: GENERAL, text: '/openai' });
    const [first] = slack.deliveries();
    await slack.deliver(first!);
    expect(app.received.at(-1)?.rawBody).toBe(app.received.at(-2)?.rawBody);
    expect(app.last().headers['x-slack-signature']).toBe(app.received.at(-2)?.headers['x-slack-signature']);
  });
});
