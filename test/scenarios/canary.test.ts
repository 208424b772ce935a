import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { approve, askForKey, askToRevoke, getKey, keyIn, letterOf, pressMakeMyKey } from './key-story.ts';
import { alerts, approvals, auditChannel, general, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const signingSecret = randomBytes(16).toString('hex');
// Between its two random halves every key of OpenAI's has these letters; joined here, so that this file looks like no key.
const inEveryKey = ['T3Blb', 'kFJ'].join('');

describe('a secret', () => {
  let scene: Scene;
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  afterEach(async () => {
    for (const { stream, write } of streams) stream.write = write;
    printed.length = 0;
    await scene.close();
  });

  async function open(transport: 'http' | 'socket'): Promise<void> {
    for (const { stream } of streams)
      stream.write = (text: unknown) => {
        printed.push(String(text));
        return true;
      };
    scene = await openScene({ transport, signingSecret, openaiTimeouts: { totalMs: 700 } });
  }

  /** Every place where something of the bot stays or passes, but the one call that shows a key. */
  function places(): Readonly<Record<string, string>> {
    const { world, log } = scene;
    const path = world.databasePath();
    const files = ['', '-wal', '-shm'].filter((part) => existsSync(path + part));
    const seen = [alerts, approvals, auditChannel, general].flatMap((channel) => scene.sam.messages(channel));
    const letters = [scene.erin, scene.bea].flatMap((player) => [...player.letters(), ...player.messages(general)]);
    return {
      log: log.join(''),
      printed: printed.join(''),
      database: files.map((part) => readFileSync(path + part).toString('latin1')).join(''),
      slackCalls: JSON.stringify(world.slack.calls().filter(({ args }) => !isReveal(args['view']))),
      deliveries: JSON.stringify(world.slack.deliveries()),
      messages: [...seen, ...letters].map(readMessage).join(' '),
      openaiCalls: JSON.stringify(world.openai.calls()),
      board: JSON.stringify(world.openai.board()),
    };
  }

  const isReveal = (view: unknown): boolean => JSON.stringify(view ?? null).includes('Your key, shown once');

  // Shorter pieces stand in its redacted value, and would be found by chance.
  const PIECE = 12;

  /** Not even a piece of it stands anywhere. */
  function expectNowhere(secret: string): void {
    const pieces = Array.from({ length: Math.max(1, secret.length - PIECE) }, (_, at) => secret.slice(at, at + PIECE));
    expect(secret.length).toBeGreaterThan(PIECE - 1);
    for (const [place, text] of Object.entries(places()))
      expect(pieces.filter((piece) => text.includes(piece)).length, `pieces of a secret stand in ${place}`).toBe(0);
  }

  /** For a key that nobody ever saw, this test included. */
  function expectNoKey(): void {
    for (const [place, text] of Object.entries(places()))
      expect(text.includes(inEveryKey), `a key stands in ${place}`).toBe(false);
  }

  /** What is looked through is really there: each place holds what it should. */
  function expectPlacesAreFull(name: string): void {
    const { database, slackCalls, messages, openaiCalls } = places();
    for (const text of [database, slackCalls, messages, openaiCalls]) expect(text).toContain(name);
    expect(scene.log.length).toBeGreaterThan(0);
  }

  it.each(['http', 'socket'] as const)(
    'stands in the one window that shows it and nowhere else, over %s',
    async (transport) => {
      await open(transport);
      const { bea, erin, world } = scene;
      const { key } = await getKey(scene, { name: 'the-canary' });
      await world.advance(3 * minuteMs);
      const id = await askToRevoke(scene, 'search-dev/the-canary', erin);
      await approve(scene, bea, id);
      await world.advance(minuteMs);
      expectPlacesAreFull('the-canary');
      expect(world.slack.calls().filter(({ args }) => JSON.stringify(args).includes(key))).toHaveLength(1);
      expectNowhere(key.slice('sk-svcacct-'.length));
      expectNoKey();
    },
  );

  it('does not lie about when its window failed, its answer was cut off, lost or late, or the bot was restarted', async () => {
    await open('http');
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'three-lives' });
    await approve(scene, bea, id);
    const pathPattern = '/organization/projects/*/service_accounts/*/api_keys';
    world.openai.failNext({ method: 'POST', pathPattern, fault: 'truncate' });
    await pressMakeMyKey(scene, erin, id);
    await erin.closeModal();
    world.slack.failNext({ method: 'views.update', fault: { kind: 'answer-lost' } });
    await pressMakeMyKey(scene, erin, id);
    await erin.closeModal();
    await world.restart();
    world.openai.failNext({ method: 'POST', pathPattern, fault: 'not_json' });
    await pressMakeMyKey(scene, erin, id);
    await erin.closeModal();
    await world.advance(3 * minuteMs);
    expect((await scene.newest()).state).toBe('failed');
    const other = await askForKey(scene, { name: 'late' });
    await approve(scene, bea, other);
    world.openai.failNext({ method: 'POST', pathPattern, fault: 'hang' });
    await pressMakeMyKey(scene, erin, other);
    expectNoKey();
    expect(letterOf(erin, other).text).not.toBe('');
  });

  it('of the bot’s own is never repeated by it: admin key, tokens, signing secret', async () => {
    await open('http');
    const { bea, erin, world } = scene;
    await getKey(scene, { name: 'own-secrets' });
    world.slack.failNext({ method: 'chat.postMessage', fault: { kind: 'status', status: 500 }, times: 2 });
    world.openai.failNext({ method: 'GET', pathPattern: '/organization/projects/*', fault: 'truncate', times: 2 });
    await erin.type('/openai projects show search-dev');
    const id = await askForKey(scene, { name: 'own-secrets-2' });
    await approve(scene, bea, id);
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
    await erin.closeModal();
    await world.restart();
    await world.advance(minuteMs);
    const { botToken, appToken } = world.slack;
    const { adminKey } = world.openai;
    // Their first letters are the same for every key and token, or stand in a redacted value.
    for (const secret of [adminKey.slice(12, -4), botToken.slice(5), appToken.slice(18), signingSecret])
      expectNowhere(secret);
  });
});
