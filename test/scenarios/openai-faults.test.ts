import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import type { Fault } from '#sandbox/openai/http/fault-script.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import {
  accountsNamed,
  approve,
  askForKey,
  changesSent,
  keyIn,
  keysOnBoard,
  letterOf,
  pressMakeMyKey,
} from './key-story.ts';
import { openScene, type Scene } from './scene.ts';

const accounts = '/organization/projects/*/service_accounts';
const steps = { account: accounts, role: `${accounts}/*`, key: `${accounts}/*/api_keys` } as const;
const faults: readonly Fault[] = [
  'drop_before',
  'drop_after',
  'status_500',
  'status_503',
  'truncate',
  'hang',
  'not_json',
];

describe('OpenAI while a key is made', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ openaiTimeouts: { totalMs: 1000 } });
    scene.world.openai.behaviour.rateLimit = null;
  });
  afterEach(() => {
    scene.world.openai.behaviour.rateLimit = null;
  });
  afterAll(async () => {
    expect((await verifyAudit(scene.world.bot().store.read.audit)).ok).toBe(true);
    await scene.close();
  });

  const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;

  async function approved(name: string): Promise<RequestId> {
    const id = await askForKey(scene, { name });
    await approve(scene, scene.bea, id);
    return id;
  }

  /** Nothing is left of the failed try, and the same approval makes the key now, once. */
  async function expectSecondTry(id: RequestId, name: string): Promise<void> {
    const { erin, world } = scene;
    expect(await accountsNamed(world, name)).toEqual([]);
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
    await erin.closeModal();
    expect(await stateOf(id)).toBe('succeeded');
    expect((await accountsNamed(world, name)).map(({ role }) => role)).toEqual(['member']);
    expect(keysOnBoard(world, name)).toHaveLength(1);
  }

  const cases = Object.keys(steps).flatMap((step) =>
    faults.map((fault) => [fault, step as keyof typeof steps] as const),
  );
  it.each(cases)(
    'after %s at the %s leaves nothing behind, says so, and can be made again under the same approval',
    async (fault, step) => {
      const { erin, world } = scene;
      const name = `${step}-${fault}`.replaceAll('_', '-');
      const id = await approved(name);
      world.openai.failNext({ method: 'POST', pathPattern: steps[step], fault });
      await pressMakeMyKey(scene, erin, id);
      expect(erin.modal().title).toBe('Not done');
      expect(keyIn(erin.modal())).toBeNull();
      expect(erin.modalText()).toMatch(
        /Nothing is left behind; press Make my key again\.|is being deleted; you will hear/,
      );
      const told = erin.modalText().includes('Nothing is left behind');
      if (told) expect(await accountsNamed(world, name)).toEqual([]);
      await erin.closeModal();
      await world.advance(minuteMs);
      await world.advance(minuteMs);
      expect(await stateOf(id)).toBe('waiting');
      expect(letterOf(erin, id).text).toContain('Your key is made when you press');
      await expectSecondTry(id, name);
    },
  );

  it('makes nothing while OpenAI cannot be asked whether all is as it was approved', async () => {
    const { erin, world } = scene;
    const id = await approved('no-answer');
    const sent = changesSent(world).length;
    world.openai.failNext({ method: 'GET', pathPattern: '/organization/projects/*', fault: 'drop_before', times: 4 });
    await pressMakeMyKey(scene, erin, id);
    expect(erin.modalText()).toContain('OpenAI could not be reached. Nothing was changed');
    expect(changesSent(world)).toHaveLength(sent);
    expect(await stateOf(id)).toBe('waiting');
    await erin.closeModal();
    await expectSecondTry(id, 'no-answer');
  });

  it('gives up after three tries, with nothing left and no button to press', async () => {
    const { erin, world } = scene;
    const id = await approved('three-tries');
    for (const left of [2, 1, 0]) {
      world.openai.failNext({ method: 'POST', pathPattern: steps.key, fault: 'truncate' });
      await pressMakeMyKey(scene, erin, id);
      await erin.closeModal();
      expect(await stateOf(id)).toBe(left > 0 ? 'waiting' : 'failed');
    }
    expect(letterOf(erin, id).text).toContain('It was tried 3 times; ask again.');
    expect(erin.buttons(letterOf(erin, id))).toEqual([]);
    expect(await accountsNamed(world, 'three-tries')).toEqual([]);
  });

  it.each(['status_500', 'drop_after', 'hang'] as const)(
    'goes on deleting what nobody saw when the deletion itself meets %s',
    async (fault) => {
      const { erin, world } = scene;
      const name = `deletion-${fault}`.replaceAll('_', '-');
      const id = await approved(name);
      world.openai.failNext({ method: 'POST', pathPattern: steps.key, fault: 'drop_after' });
      world.openai.failNext({ method: 'DELETE', pathPattern: steps.role, fault });
      await pressMakeMyKey(scene, erin, id);
      expect(erin.modalText()).toContain('What was made is being deleted; you will hear when you can press again.');
      await erin.closeModal();
      await world.advance(minuteMs);
      await world.advance(minuteMs);
      await expectSecondTry(id, name);
    },
  );
});

describe('OpenAI’s limit while a key is made', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  /** Takes the last call that the limit allows, by one that is refused for its body. */
  async function useUp(path: string): Promise<void> {
    const answer = await scene.world.openai.backdoor.asAdmin()('POST', path, {});
    expect(answer.status).toBe(400);
  }

  it.each(['retry_after', 'in_message'] as const)(
    'is waited for when it answers %s, and one key is made',
    async (style) => {
      scene = await openScene();
      const { erin, bea, world } = scene;
      const id = await askForKey(scene, { name: 'at-the-limit' });
      await approve(scene, bea, id);
      world.openai.behaviour.rateLimit = { callsPerMinute: 60, burst: 1 };
      world.openai.behaviour.rateLimitAnswer = style;
      await useUp('/organization/projects/proj_AcmeSearchDev00000000000/service_accounts');
      await pressMakeMyKey(scene, erin, id);
      expect(keyIn(erin.modal())).not.toBeNull();
      world.openai.behaviour.rateLimit = null;
      expect(await accountsNamed(world, 'at-the-limit')).toHaveLength(1);
      const creations = world.openai
        .calls()
        .filter(({ method, path }) => method === 'POST' && path.endsWith('/service_accounts'));
      expect(creations.map(({ status }) => status)).toEqual([400, 429, 200]);
    },
  );
});
