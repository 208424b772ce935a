import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId, type RequestId } from '#domain/ids.ts';
import { approve, cardOf } from './key-story.ts';
import { alerts, general, readMessage, type Player } from './player.ts';
import { elementsIn } from './read-blocks.ts';
import { openScene, type Scene } from './scene.ts';

describe('a third approver', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  async function asks(who: Player, words: string): Promise<RequestId> {
    const { world } = scene;
    await who.type(`/openai ${words}`);
    await world.settle();
    await who.submit();
    await world.settle();
    if (who.modal().title !== 'Done') throw new Error(who.modalText());
    await who.closeModal();
    return (await scene.newest()).terms.id;
  }

  it('enrols after two others agreed, on a page that Slack only links to, and is reset the same way', async () => {
    const { erin, bea, omar, sam, world } = scene;
    const id = await asks(sam, 'step-up enrol --reason "a new phone"');
    expect(readMessage(cardOf(bea, id))).toContain('Let Sam Okafor enrol a passkey or one-time codes');
    for (const who of [bea, omar]) await approve(scene, who, id);
    await world.settle();
    expect((await scene.newest()).state).toBe('succeeded');
    expect(readMessage(bea.find(alerts, 'Sam Okafor may enrol'))).toContain('/openai step-up reset');

    await sam.type('/openai step-up page');
    await world.settle();
    const hint = sam.hint(general);
    const link = elementsIn(hint.blocks).find(({ element }) => element['url'] !== undefined);
    const page = await fetch(String(link?.element['url']));
    expect(await page.text()).toContain('Enrol, Sam Okafor');
    expect(readMessage(hint)).toContain('Do not pass the link on.');

    const { house } = world.bot();
    const sheet = house.presence.newSeed(personId('sam'), 'sam');
    const times = { enrolledAt: world.clock.now(), countsFrom: world.clock.now() };
    await house.store.transact((tx) =>
      tx.stepUp.putSeed({ person: personId('sam'), sealed: sheet.sealed, lastStep: 0, origin: 'request', ...times }),
    );
    await erin.type('/openai step-up list');
    await world.settle();
    expect(readMessage(erin.hint(general))).toContain('Sam Okafor (sam)');

    const reset = await asks(erin, 'step-up reset sam --reason "his phone was stolen"');
    for (const who of [bea, omar]) await approve(scene, who, reset);
    await world.settle();
    expect((await scene.newest()).state).toBe('succeeded');
    expect(readMessage(bea.find(alerts, 'The step-up of Sam Okafor was reset'))).toContain('recovery code');
    expect(await house.store.read.stepUp.seedOf(personId('sam'))).toBeNull();
  });
});
