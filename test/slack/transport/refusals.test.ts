import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { openRig, type Rig, sign } from '../face.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.stand.asked.length = 0;
  rig.lines.length = 0;
});
afterEach(() => {
  rig.clock.ahead = 0;
});

const help = new URLSearchParams({
  team_id: 'T000000001',
  user_id: 'U000000001',
  channel_id: 'C000000001',
  command: '/openai',
  text: 'help',
  response_url: 'http://127.0.0.1:1/nowhere',
  trigger_id: '1',
}).toString();

/** Delivers something bad and checks that it is refused, counted, and reaches neither a handler nor the replay guard's memory. */
async function isRefused(cause: string, deliver: () => Promise<{ status: number }>): Promise<number> {
  const before = rig.face.health().refused as Record<string, number>;
  const nonces = rig.nonces.size;
  const { status } = await deliver();
  const after = rig.face.health().refused as Record<string, number>;
  expect(after[cause]).toBe((before[cause] ?? 0) + 1);
  expect(rig.stand.asked).toEqual([]);
  expect(rig.nonces.size).toBe(nonces);
  return status;
}

describe('a delivery that is not Slack’s is refused and counted, and nothing is written', () => {
  test('C1 · signed with another secret', async () => {
    expect(await isRefused('forged', () => rig.deliver(help, { secret: 'e'.repeat(32) }))).toBe(401);
  });

  test('C1 · changed after it was signed', async () => {
    const headers = sign(help, Date.now());
    expect(await isRefused('forged', () => rig.deliver(help.replace('help', 'keys'), { headers }))).toBe(401);
  });

  test('C1 · not signed at all, or with a time that is none', async () => {
    expect(
      await isRefused('unsigned', () =>
        rig.deliver(help, { headers: { 'x-slack-signature': '', 'x-slack-request-timestamp': 'soon' } }),
      ),
    ).toBe(401);
  });

  // A time ahead comes closer while the machine is busy, so it is not one second too far.
  test.each([-301, 330, 86_400])('C2, C3 · dated %i s from now', async (seconds) => {
    expect(await isRefused('skewed', () => rig.deliver(help, { at: Date.now() + seconds * 1000 }))).toBe(401);
  });

  test('longer than 256 KiB', async () => {
    expect(await isRefused('too-large', () => rig.deliver('x'.repeat(256 * 1024 + 1)))).toBe(413);
  });

  test('longer than 256 KiB and silent about it', async () => {
    const status = await isRefused('too-large', () => chunked('x'.repeat(300 * 1024)));
    expect(status).toBe(413);
  });

  test.each([
    ['JSON that is none', '{"type":', 'application/json'],
    ['a list', '[1,2]', 'application/json'],
    ['a payload that is no JSON', 'payload=%7Bnope', 'application/x-www-form-urlencoded'],
    ['two payloads', 'payload=%7B%7D&payload=%7B%7D', 'application/x-www-form-urlencoded'],
  ])('B16 · well signed but malformed: %s', async (_, body, contentType) => {
    expect(await isRefused('malformed', () => rig.deliver(body, { contentType }))).toBe(400);
  });

  test.each([
    ['another path', { path: '/' }],
    ['a query behind the path', { path: '/slack/events?x=1' }],
    ['another method', { method: 'PUT' }],
  ])('to %s', async (_, how) => {
    expect(await isRefused('wrong-path', () => rig.deliver(help, how))).toBe(404);
  });

  test('C4 · an unsigned ssl_check is answered, and whatever it carries is not looked at', async () => {
    const unsigned = { 'x-slack-signature': '', 'x-slack-request-timestamp': '' };
    const smuggled = `ssl_check=1&payload=${encodeURIComponent(JSON.stringify({ type: 'block_actions' }))}`;
    const status = await rawStatus(smuggled);
    expect(status).toBe(200);
    expect(rig.stand.asked).toEqual([]);
    expect((await rig.deliver(smuggled, { headers: unsigned })).status).toBe(401);
  });
});

test('C2, C6 · the same signed bytes are one delivery, however often they arrive', async () => {
  const body = help.replace('trigger_id=1', 'trigger_id=replayed');
  const at = Date.now();
  const first = await rig.deliver(body, { at });
  const again = [await rig.deliver(body, { at }), await rig.deliver(body, { at })];
  expect(first.status).toBe(200);
  expect(again.map((reply) => reply.status)).toEqual([409, 409]);
  await rig.face.idle();
  expect(rig.stand.asked.map((asked) => asked.name)).toEqual(['admit']);
  expect(rig.face.health().refused.replayed).toBe(2);
});

test('a flood of bad deliveries is one log line a minute, with their number', async () => {
  for (let i = 0; i < 5; i += 1) await rig.deliver(help, { secret: 'd'.repeat(32) });
  const lines = () => rig.lines.filter((line) => line.fields['cause'] === 'forged');
  // One for this minute was written before, by an earlier test of this file.
  expect(lines().length).toBeLessThanOrEqual(1);
  rig.clock.ahead = 61_000;
  await rig.deliver(help, { secret: 'd'.repeat(32) });
  expect(lines().at(-1)?.fields).toMatchObject({ cause: 'forged' });
  expect(Number(lines().at(-1)?.fields['since'])).toBeGreaterThanOrEqual(5);
});

test('the log never holds what was delivered', async () => {
  await rig.deliver(help.replace('help', 'confidential-word'), { secret: 'c'.repeat(32) });
  await rig.deliver('{"confidential-word":', { contentType: 'application/json' });
  expect(JSON.stringify(rig.lines)).not.toContain('confidential-word');
});

test('C1, C5 · a signing secret that could be guessed refuses the start', async () => {
  const transport = { kind: 'http', signingSecret: new Secret('short'), host: '127.0.0.1', port: 0 } as const;
  await expect(openRig({ transport })).rejects.toThrow(/SLACK_SIGNING_SECRET is too short/);
});

test('C14 · hundreds of connections that send half a request keep nobody’s click from being answered', async () => {
  const { hostname, port } = new URL(rig.address);
  const idle = Array.from({ length: 400 }, () => connect(Number(port), hostname));
  await Promise.all(idle.map((socket) => once(socket, 'connect')));
  try {
    for (const socket of idle) socket.write('POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Le');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => rig.deliver(help.replace('trigger_id=1', `trigger_id=beside-idle-${n}`))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  } finally {
    for (const socket of idle) socket.destroy();
  }
});

test('C13 · only the networks that were named may connect', async () => {
  const transport = {
    kind: 'http',
    signingSecret: new Secret('f'.repeat(32)),
    host: '127.0.0.1',
    port: 0,
    sourceCidrs: ['203.0.113.0/24'],
  } as const;
  const guarded = await openRig({ transport });
  expect((await guarded.deliver(help)).status).toBe(403);
  expect(guarded.face.health().refused['foreign-network']).toBe(1);
  await guarded.close();
});

test('while stopping, what runs is finished and nothing new is taken', async () => {
  const stopping = await openRig();
  const letGo = stopping.witness.hold('views.open');
  const running = await stopping.command('keys issue');
  expect(running.status).toBe(200);
  const stopped = stopping.face.stop();
  expect((await stopping.deliver(help)).status).toBe(503);
  letGo();
  await stopped;
  await expect(stopping.deliver(help)).rejects.toThrow();
  expect(stopping.stand.asked.map((asked) => asked.name)).toContain('resolve');
  expect(stopping.face.health().connected).toBe(false);
  await stopping.witness.close();
});

function address(): URL {
  return new URL(rig.address);
}

/** A request without Content-Length, so that its size is found out only by reading. */
function chunked(body: string): Promise<{ status: number }> {
  const headers = Object.entries({ ...sign(body, Date.now()), 'content-type': 'application/x-www-form-urlencoded' });
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return talk(
    `POST /slack/events HTTP/1.1\r\nhost: x\r\n${head}transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  );
}

async function rawStatus(body: string): Promise<number> {
  const head = `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n`;
  return (await talk(head + body)).status;
}

function talk(bytes: string): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address().hostname, port: Number(address().port) }, () => socket.write(bytes));
    socket.once('data', (data) => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]) });
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
