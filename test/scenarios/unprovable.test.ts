import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import { approve, askForKey, pressMakeMyKey } from './key-story.ts';
import { openScene, type Scene } from './scene.ts';

describe('a change that no read can show', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
  });
  afterEach(() => scene.close());

  async function limit(): Promise<RequestId> {
    const { erin, bea, world } = scene;
    const issued = await askForKey(scene, { name: 'to-be-limited' });
    await approve(scene, bea, issued);
    await pressMakeMyKey(scene, erin, issued);
    await erin.closeModal();
    await erin.type('/openai keys limit to-be-limited --access read --reason "reading is enough"');
    await world.settle();
    await erin.submit();
    await world.settle();
    const asked = await scene.newest();
    expect(asked.terms.plan.operation).toBe('keys.limit');
    return asked.terms.id;
  }

  it('ends with people, never as done, when its answer is lost', async () => {
    const id = await limit();
    scene.world.openai.failNext({
      method: 'POST',
      pathPattern: '/organization/projects/*/api_keys/*',
      fault: 'drop_after',
    });
    await scene.erin.closeModal();
    await approve(scene, scene.bea, id);
    expect((await scene.newest()).state).toBe('unknown');
    await scene.world.advance(16 * minuteMs);
    expect((await scene.newest()).state).toBe('needs_human');
  });

  it('is done when OpenAI said so', async () => {
    const id = await limit();
    await scene.erin.closeModal();
    await approve(scene, scene.bea, id);
    expect((await scene.newest()).state).toBe('succeeded');
  });
});
