import { afterEach, describe, expect, it, vi } from 'vitest';
import { accountsNamed, approve, askForKey, keyIn, openDecision, pressMakeMyKey } from './key-story.ts';
import { general } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('a delivery that Slack makes more than once', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  /** What somebody did while the bot was away: it was recorded as it would have arrived, and never did. */
  async function whileAway(act: () => Promise<unknown>) {
    const { world } = scene;
    const back = world.restart();
    await act();
    await back;
    const missed = world.slack.deliveries().at(-1);
    if (missed === undefined || missed.delivered.ok) throw new Error('Nothing was missed');
    return { body: missed.body, headers: missed.headers };
  }

  it('B10, C6 · counts an approval once that arrives five times at once', async () => {
    scene = await openScene();
    const { bea, world } = scene;
    const id = await askForKey(scene);
    await openDecision(scene, bea, id);
    const submission = await whileAway(() => bea.trySubmit());
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.slack.deliver(submission)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409, 409, 409, 409,
    ]);
    expect(await world.bot().store.read.requests.decisions(id)).toHaveLength(1);
    expect((await scene.newest()).state).toBe('waiting');
  });

  it('B25, C6 · counts an approval once that Slack sends again with another signature', async () => {
    scene = await openScene();
    const { bea, world } = scene;
    const id = await askForKey(scene);
    await openDecision(scene, bea, id);
    await bea.submit();
    await world.settle();
    const { body, headers } = world.slack.deliveries().findLast((each) => each.body.includes('view_submission'))!;
    world.clock.advance(2000);
    const again = await world.slack.deliver({ body, headers: { ...headers, ...world.slack.signedHeaders(body) } });
    expect(again.status).toBe(200);
    expect(again.body).not.toContain('Recorded');
    expect(await world.bot().store.read.requests.decisions(id)).toHaveLength(1);
  });

  it('C6 · answers an event once that Slack sends again, with a new signature, because it saw no answer', async () => {
    scene = await openScene();
    const { erin, world } = scene;
    await erin.say(`<@${world.slack.botUserId}> what can you do?`);
    await world.settle();
    const asked = erin.find(general, 'what can you do?');
    expect(erin.thread(asked)).toHaveLength(1);
    const { body, headers } = world.slack.deliveries().findLast((each) => each.body.includes('app_mention'))!;
    for (const number of ['1', '2', '3']) {
      world.clock.advance(1000);
      const retry = { ...headers, ...world.slack.signedHeaders(body), 'X-Slack-Retry-Num': number };
      expect((await world.slack.deliver({ body, headers: retry })).status).toBe(200);
    }
    await world.settle();
    expect(erin.thread(asked)).toHaveLength(1);
    expect(world.bot().slack.health().refused.replayed).toBe(3);
  });

  it('does everything once over a socket that brings each envelope three times', async () => {
    scene = await openScene({ transport: 'socket' });
    const { bea, erin, world } = scene;
    world.slack.behaviour.socketCopies = 3;
    await erin.type('/openai keys issue search-dev --name thrice --for 1d --access read --reason "three times"');
    await world.settle();
    // Slack takes the first acknowledgement it sees, which may be the empty one of a copy: then the window just closes.
    await erin.submit();
    await world.settle();
    expect(await world.bot().store.read.requests.list({ limit: 10 })).toHaveLength(1);
    const { id } = (await scene.newest()).terms;
    await openDecision(scene, bea, id);
    await bea.submit();
    await world.settle();
    expect(await world.bot().store.read.requests.decisions(id)).toHaveLength(1);
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
    expect(await accountsNamed(world, 'thrice')).toHaveLength(1);
    await erin.say(`<@${world.slack.botUserId}> what can you do?`);
    await world.settle();
    expect(erin.thread(erin.find(general, 'what can you do?'))).toHaveLength(1);
    expect(world.bot().slack.health().refused.replayed).toBeGreaterThan(10);
  });

  it('goes on over a new socket when Slack takes the old one away', async () => {
    scene = await openScene({ transport: 'socket' });
    const { bea, world } = scene;
    const id = await askForKey(scene);
    world.slack.disconnectSockets('refresh_requested');
    await vi.waitUntil(() => world.slack.connections() === 1, { timeout: 10_000 });
    await approve(scene, bea, id);
    expect((await scene.newest()).state).toBe('waiting');
  });
});
