import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RefusalCause } from '#slack/slack-face.ts';
import { askForKey, openDecision } from './key-story.ts';
import { everyRow } from './rows.ts';
import { cast, openScene, type Scene } from './scene.ts';

const FORM = 'application/x-www-form-urlencoded';
const form = { 'Content-Type': FORM };
const json = { 'Content-Type': 'application/json' };
// Stands in every body that is sent here; a log line that holds it has repeated what a stranger wrote.
const marker = 'marker-of-a-stranger';
const appId = 'A0COUNTER1';

const command = (fields: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    command: '/openai',
    text: `projects list ${marker}`,
    user_id: cast.bea,
    team_id: 'T0ACME0001',
    api_app_id: appId,
    trigger_id: '1.2.3',
    response_url: 'http://127.0.0.1:9/response/x',
    ...fields,
  }).toString();

/** Sends a request that no emulated Slack would: any path, no length. */
function sendRaw(url: string, options: { method: string; headers: Record<string, string>; chunks: readonly string[] }) {
  return new Promise<number>((resolve, reject) => {
    const sent = request(url, { method: options.method, headers: options.headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    for (const chunk of options.chunks) sent.write(chunk);
    sent.end();
  });
}

describe('traffic that Slack did not send', () => {
  let scene: Scene;
  let before: {
    rows: unknown;
    head: unknown;
    calls: number;
    slackCalls: number;
    refused: Partial<Record<RefusalCause, number>>;
  };
  const refused = () => scene.world.bot().slack.health().refused;
  const now = () => Math.floor(scene.world.clock.now() / 1000);
  const signed = (body: string, timestamp = now()) => scene.world.slack.signedHeaders(body, { timestamp });
  const stateOfWorld = async () => {
    const { world } = scene;
    return {
      rows: everyRow(world),
      head: await world.bot().store.read.audit.head(),
      calls: world.openai.calls().length,
      slackCalls: world.slack.calls().length,
    };
  };
  const deliver = async (body: string, headers: Readonly<Record<string, string>>, method?: string) =>
    (await scene.world.slack.deliver({ body, headers, ...(method === undefined ? {} : { method }) })).status;

  beforeAll(async () => {
    scene = await openScene();
    await askForKey(scene);
    await openDecision(scene, scene.bea, (await scene.newest()).terms.id);
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    // Nothing of the background falls due while a test looks.
    await scene.world.bot().scheduler.run();
    await scene.world.settle();
    before = { ...(await stateOfWorld()), refused: refused() };
  });

  /** Nothing changed anywhere, the refusal was counted under its cause, and the log repeats nothing of it. */
  async function expectNothingBut(cause: RefusalCause, times = 1): Promise<void> {
    await scene.world.bot().slack.idle();
    const { refused: counted, ...then } = before;
    expect(await stateOfWorld()).toEqual(then);
    expect(refused()).toEqual({ ...counted, [cause]: (counted[cause] ?? 0) + times });
    expect(scene.log.join('')).not.toContain(marker);
  }

  it('is refused when it is not signed', async () => {
    expect(await deliver(command(), form)).toBe(401);
    expect(await deliver(command(), { ...form, 'X-Slack-Request-Timestamp': String(now()) })).toBe(401);
    expect(await deliver(command(), { ...form, 'X-Slack-Signature': `v0=${'0'.repeat(64)}` })).toBe(401);
    await expectNothingBut('unsigned', 3);
  });

  it.each([
    ['another body', () => signed(command({ user_id: cast.omar }))],
    ['another secret', () => otherSecret(command())],
    ['a shorter signature', () => ({ ...signed(command()), 'X-Slack-Signature': 'v0=' })],
    [
      'another version',
      () => ({
        ...signed(command()),
        'X-Slack-Signature': String(signed(command())['X-Slack-Signature']).replace('v0', 'v1'),
      }),
    ],
  ])('is refused when its signature is of %s', async (_, headers) => {
    expect(await deliver(command(), { ...form, ...headers() })).toBe(401);
    await expectNothingBut('forged');
  });

  function otherSecret(body: string) {
    const timestamp = String(now());
    const signature = createHmac('sha256', 'f'.repeat(32)).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${signature}` };
  }

  it.each([-301, 302])('is refused when it is signed %i s from now', async (seconds) => {
    const body = command();
    expect(await deliver(body, { ...form, ...signed(body, now() + seconds) })).toBe(401);
    await expectNothingBut('skewed');
  });

  it('is refused when it was delivered before: a command, a click and a submission', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai projects list');
    await bea.submit();
    await world.settle();
    const kinds = ['command=', '%22type%22%3A%22block_actions%22', '%22type%22%3A%22view_submission%22'];
    const recorded = kinds.map((kind) => world.slack.deliveries().findLast(({ body }) => body.includes(kind)));
    expect(recorded.every((each) => each !== undefined)).toBe(true);
    await world.bot().scheduler.run();
    before = { ...(await stateOfWorld()), refused: refused() };
    for (const delivery of recorded) expect(await deliver(delivery?.body ?? '', delivery?.headers ?? {})).toBe(409);
    await expectNothingBut('replayed', 3);
  });

  it('B18 · is refused when it is longer than 256 KiB, however well it is signed', async () => {
    const body = command({ text: marker.repeat(20_000) });
    expect(body.length).toBeGreaterThan(256 * 1024);
    expect(await deliver(body, { ...form, ...signed(body) })).toBe(413);
    await expectNothingBut('too-large');
  });

  it('is refused at the limit when it does not say its length, and when it says 20 MiB', async () => {
    const { address } = scene.world.bot();
    const chunk = marker.repeat(2000);
    const chunks = Array.from({ length: 12 }, () => chunk);
    const status = await sendRaw(address, { method: 'POST', headers: form, chunks });
    expect(status).toBe(413);
    const headers = { ...form, 'Content-Length': String(20 * 1024 * 1024), Connection: 'close' };
    expect(await headOnly(address, headers)).toBe(413);
    await expectNothingBut('too-large', 2);
  });

  /** Announces a body and sends none of it; the refusal must not wait for it. */
  function headOnly(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', headers: { ...headers }, agent: false }, (response) => {
        resolve(response.statusCode ?? 0);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.flushHeaders();
    });
  }

  it.each([
    ['a form whose payload is no JSON', `payload=${marker}`, form],
    ['a form whose payload is a list', `payload=${encodeURIComponent(`["${marker}"]`)}`, form],
    [
      'a payload given twice',
      `payload=${encodeURIComponent('{}')}&payload=${encodeURIComponent(`{"a":"${marker}"}`)}`,
      form,
    ],
    ['a field given twice', `${command()}&user_id=${cast.omar}`, form],
    ['JSON that ends too early', `{"type":"event_callback","${marker}`, json],
    ['JSON that is a text', `"${marker}"`, json],
    ['a form sent as JSON', command(), json],
    ['a form with a charset, which Slack never sends', command(), { 'Content-Type': `${FORM}; charset=utf-8` }],
    ['a form sent as text', command(), { 'Content-Type': 'text/plain' }],
    ['a form without a content type', command(), {}],
    ['nothing at all', '', form],
    ['a form that is neither a click nor a command', `text=${marker}`, form],
    ['a payload without a type', `payload=${encodeURIComponent(`{"a":"${marker}"}`)}`, form],
    ['an empty JSON object', '{}', json],
  ])('is refused when it is %s', async (_, body, headers) => {
    expect(await deliver(body, { ...headers, ...signed(body) })).toBe(400);
    await expectNothingBut('malformed');
  });

  it.each(['GET', 'PUT', 'DELETE'])('is refused as a %s', async (method) => {
    const body = command();
    expect(await deliver(body, { ...form, ...signed(body) }, method)).toBe(404);
    await expectNothingBut('wrong-path');
  });

  it.each(['/', '/slack/events/', '/slack/events?x=1', '/slack/install', '/slack/oauth_redirect', '/healthz'])(
    'is refused at %s',
    async (path) => {
      const body = command();
      const { origin } = new URL(scene.world.bot().address);
      const headers = { ...form, ...signed(body) };
      expect(await sendRaw(origin + path, { method: 'POST', headers, chunks: [body] })).toBe(404);
      await expectNothingBut('wrong-path');
    },
  );

  it('is answered and nothing more when it calls itself a certificate check and smuggles a click along', async () => {
    const { world } = scene;
    const click = world.slack.deliveries().findLast(({ body }) => body.includes('block_actions'))?.body ?? '';
    expect(await deliver(`ssl_check=1&${click}&x=${marker}`, form)).toBe(200);
    expect(await deliver(`ssl_check=1&${command()}`, form)).toBe(200);
    await world.bot().slack.idle();
    const { refused: counted, ...then } = before;
    expect(await stateOfWorld()).toEqual(then);
    expect(refused()).toEqual(counted);
    // With a signature, which a true check never has, it is judged like everything else.
    expect(await deliver(`ssl_check=1&${click}`, { ...form, ...otherSecret('') })).toBe(401);
    await expectNothingBut('forged');
  });

  it('is refused when it is meant for another app that shares the secret', async () => {
    const body = command({ api_app_id: 'A0STAGING1' });
    expect(await deliver(body, { ...form, ...signed(body) })).toBe(403);
    await expectNothingBut('other-app');
  });

  it('runs nothing for another workspace, however well it is signed', async () => {
    const { world } = scene;
    const body = command({ team_id: 'T0PARTNER1' });
    await deliver(body, { ...form, ...signed(body) });
    await world.bot().slack.idle();
    const { inbox: _, ...rows } = everyRow(world);
    const { inbox: __, ...then } = before.rows as Record<string, unknown>;
    expect(rows).toEqual(then);
    expect(world.slack.calls()).toHaveLength(before.slackCalls);
    expect(refused()['other-team']).toBe((before.refused['other-team'] ?? 0) + 1);
    expect(scene.log.join('')).not.toContain(marker);
  });

  it('costs one log line a minute a cause, however much of it comes', async () => {
    await scene.world.advance(61_000);
    const from = scene.log.length;
    for (let time = 0; time < 50; time += 1) await deliver(command(), form);
    expect(scene.log.slice(from).filter((line) => line.includes('"unsigned"'))).toHaveLength(1);
  });
});
