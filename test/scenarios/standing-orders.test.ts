import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '#domain/instant.ts';
import { approve, letterOf } from './key-story.ts';
import { auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('a workshop', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('gets its keys at once, because two people countersigned that in advance', async () => {
    const { bea, omar, priya, sam, world } = scene;
    await sam.type(
      '/openai orders propose "A key in the playground" --for 30d --total 50 --per-person 1 --reason "the workshop"',
    );
    await world.settle();
    expect(sam.modalText()).toContain('keys.issue, asked for by everyone');
    await sam.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await approve(scene, bea, id);
    await approve(scene, omar, id);
    await world.advance(hourMs);
    await world.settle();
    expect(readMessage(sam.find(auditChannel, 'Standing order O-1'))).toContain('is in force');

    await priya.closeModal().catch(() => undefined);
    await priya.type(
      '/openai keys issue playground --name workshop --for 7d --access requests --reason "the workshop"',
    );
    await world.settle();
    expect(priya.modalText()).toContain('Under standing order O-1');
    await priya.submit();
    await world.settle();
    const key = (await scene.newest()).terms.id;
    expect(await scene.newest()).toMatchObject({ state: 'waiting' });
    await priya.closeModal();
    await priya.press(letterOf(priya, key), 'Make my key');
    await world.settle();
    expect(await scene.newest()).toMatchObject({ state: 'succeeded' });
    expect(readMessage(sam.find(auditChannel, 'Under standing order O-1'))).toContain('Priya Raman');

    await sam.type('/openai orders show O-1');
    await world.settle();
    expect(readMessage(sam.hint())).toContain('1 of 50');
    await sam.type('/openai orders end O-1 --reason "the workshop is over"');
    await world.settle();
    expect(readMessage(sam.find(auditChannel, 'ended standing order O-1'))).toContain('the workshop is over');
  });
});
