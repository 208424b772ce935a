import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, cardOf } from './key-story.ts';
import { alerts, approvals, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('an emergency', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  const stateOf = async (id: string) =>
    (await scene.world.bot().store.read.requests.list({ limit: 20 })).find(({ terms }) => terms.id === id)?.state;

  it('is stopped by one person with one line, and ended by two', async () => {
    const { erin, bea, sam, world } = scene;
    await sam.type('/openai freeze all --reason "an approver’s laptop was stolen"');
    await world.settle();
    expect(sam.modalText()).toContain('Frozen: everything.');
    for (const channel of [approvals, alerts])
      expect(readMessage(sam.find(channel, 'Frozen by Sam Okafor'))).toContain('an approver’s laptop was stolen');

    await erin.openHome();
    await world.settle();
    expect(erin.homeText()).toContain('Frozen: Sam Okafor froze everything');

    await sam.type(
      '/openai spend-alerts create search-dev --amount $300 --recipients erin@acme.example --reason "budget"',
    );
    await world.settle();
    await sam.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await approve(scene, bea, id);
    await world.settle();
    expect(await stateOf(id)).toBe('approved');
    expect(readMessage(cardOf(bea, id))).toContain('Frozen: Sam Okafor froze everything');

    await erin.type('/openai thaw F-1 --reason "it was found"');
    await world.settle();
    await erin.submit();
    await world.settle();
    const thaw = (await scene.newest()).terms.id;
    expect(readMessage(cardOf(bea, thaw))).toContain('everything frozen');
    await approve(scene, bea, thaw);
    await world.settle();
    expect(await stateOf(thaw)).toBe('succeeded');
    expect(readMessage(sam.find(alerts, 'Thawed'))).toContain('everything');
    await world.settle();
    expect(await stateOf(id)).toBe('succeeded');
  });
});
