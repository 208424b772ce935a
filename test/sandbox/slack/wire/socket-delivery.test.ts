import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import { closing, ERIN, eventually, GENERAL, type Json, openConnection, rawCall, seed } from '../slack-stage.ts';

async function startSocketSlack(ackTimeoutMs = 3000): Promise<SlackEmulator> {
  return closing(
    await startSlackEmulator({
      nowMs: () => 0,
      seed,
      delivery: { mode: 'socket' },
      behaviour: { ackTimeoutMs, eventRetryDelaysMs: [] },
    }),
  );
}

interface Client {
  readonly socket: WebSocket;
  readonly frames: Json[];
  close(): Promise<void>;
}

/** A Socket Mode client without an SDK; acknowledges with what `answer` gives, or not at all for undefined. */
async function connect(slack: SlackEmulator, answer: (envelope: Json) => Json = () => ({})): Promise<Client> {
  const url = await openConnection(slack);
  const socket = new WebSocket(url);
  const frames: Json[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8'));
    frames.push(frame);
    const payload = frame.envelope_id === undefined ? undefined : answer(frame);
    if (payload !== undefined) socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload }));
  });
  const client = closing({ socket, frames, close: () => Promise.resolve(socket.terminate()) });
  await eventually(() => frames.length > 0);
  return client;
}

const help = { channelId: GENERAL, text: '/openai help' };

describe('Socket Mode', () => {
  it('says hello, and wraps each delivery in an envelope', async () => {
    const slack = await startSocketSlack();
    const client = await connect(slack);
    expect(client.frames[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0COUNTER1' },
    });
    expect(await slack.seat.command(ERIN, help)).toEqual({ ok: true });
    await slack.seat.shortcut(ERIN, 'get_api_key');
    await slack.seat.openHome(ERIN);
    expect(client.frames.slice(1)).toMatchObject([
      { type: 'slash_commands', accepts_response_payload: true, payload: { command: '/openai', text: 'help' } },
      {
        type: 'interactive',
        accepts_response_payload: false,
        payload: { type: 'shortcut', callback_id: 'get_api_key' },
      },
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, payload: { type: 'event_callback' } },
    ]);
    expect(new Set(client.frames.slice(1).map((frame) => frame.envelope_id)).size).toBe(3);
  });

  it('takes the answer out of the acknowledgement', async () => {
    const slack = await startSocketSlack();
    await connect(slack, () => ({ text: 'Here you are' }));
    await slack.seat.command(ERIN, help);
    expect(slack.seat.messages(ERIN, { channelId: GENERAL })).toMatchObject([
      { text: 'Here you are', ephemeral: true },
    ]);
  });

  it('sends each envelope over one connection, in turn', async () => {
    const slack = await startSocketSlack();
    const clients = [await connect(slack), await connect(slack)];
    expect(clients[1]?.frames[0]).toMatchObject({ num_connections: 2 });
    for (let times = 0; times < 4; times += 1) await slack.seat.command(ERIN, help);
    expect(clients.map((client) => client.frames.length - 1)).toEqual([2, 2]);
  });

  it('answers pings', async () => {
    const slack = await startSocketSlack();
    const { socket } = await connect(slack);
    const pong = new Promise<string>((resolve) => {
      socket.once('pong', (data: Buffer) => resolve(data.toString('utf8')));
    });
    socket.ping('still there?');
    expect(await pong).toBe('still there?');
  });

  it('fails when nobody is connected, and when nobody acknowledges', async () => {
    const slack = await startSocketSlack(100);
    expect(await slack.seat.command(ERIN, help)).toEqual({ ok: false, failed: 'dispatch_failed' });
    await connect(slack, () => undefined);
    expect(await slack.seat.command(ERIN, help)).toEqual({ ok: false, failed: 'operation_timeout' });
  });

  it('lets a ticket in once, and nobody without one', async () => {
    const slack = await startSocketSlack();
    const url = await openConnection(slack);
    const statusOf = (address: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.on('open', () => resolve('open'));
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('error', () => {});
        closing({ close: () => Promise.resolve(socket.terminate()) });
      });
    expect(await statusOf(url)).toBe('open');
    expect(await statusOf(url)).toBe(403);
    expect(await statusOf(`${slack.url.replace('http', 'ws')}/link/`)).toBe(403);
  });

  it('holds ten connections of one app, and refuses the eleventh', async () => {
    const slack = await startSocketSlack();
    for (let count = 0; count < 10; count += 1) await connect(slack);
    const url = await openConnection(slack);
    const refused = await new Promise((resolve) => {
      new WebSocket(url)
        .on('unexpected-response', (_request, response) => resolve(response.statusCode))
        .on('error', () => {});
    });
    expect(refused).toBe(403);
  });

  it('tells connections to go, and sends them nothing after that', async () => {
    const slack = await startSocketSlack();
    const old = await connect(slack);
    slack.disconnectSockets('refresh_requested');
    const fresh = await connect(slack);
    await slack.seat.command(ERIN, help);
    expect(old.frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    expect(fresh.frames.at(-1)).toMatchObject({ type: 'slash_commands' });
    expect(slack.connections()).toBe(1);
  });

  it('is switched off for an app with a request URL', async () => {
    const slack = closing(
      await startSlackEmulator({
        nowMs: () => 0,
        seed,
        delivery: { mode: 'http', requestUrl: () => 'http://127.0.0.1:9', signingSecret: 's' },
      }),
    );
    expect(
      await (await rawCall({ slack, method: 'apps.connections.open', token: slack.appToken })).json(),
    ).toMatchObject({
      ok: false,
      error: 'socket_mode_not_enabled',
    });
  });

  it('does not sign requests', async () => {
    const slack = await startSocketSlack();
    expect(() => slack.signedHeaders('body')).toThrow('http mode');
  });
});
