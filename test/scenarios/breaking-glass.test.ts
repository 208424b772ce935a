import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, cardOf } from './key-story.ts';
import { alerts, approvals, auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const incident = 'https://incidents.acme.example/INC-7';
const revoke = '/openai keys revoke hackday --reason "it is in a public repository"';

describe('an emergency at night', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
    // Names are looked up in the lists that were read.
    await scene.sam.type('/openai keys list playground');
    await scene.sam.type('/openai keys list search-dev');
    await scene.world.settle();
  });
  afterAll(() => scene.close());

  it('A16 · one named person acts alone, everybody hears it, and somebody else reviews it', async () => {
    const { bea, erin, omar, sam, world } = scene;
    await sam.type(`${revoke} --break-glass --incident ${incident}`);
    await world.settle();
    expect(sam.modalText()).toContain('BREAK-GLASS: nobody else approves this, and every channel is told.');
    await sam.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    expect(await scene.newest()).toMatchObject({ state: 'succeeded' });
    for (const channel of [approvals, auditChannel, alerts]) {
      const loud = readMessage(sam.find(channel, 'BREAK-GLASS by Sam Okafor'));
      expect(loud).toContain(incident);
      expect(loud).toContain('D-1');
    }
    expect(readMessage(cardOf(bea, id))).toContain('BREAK-GLASS');
    await erin.openHome();
    await world.settle();
    expect(erin.homeText()).toContain('To be reviewed: D-1: Sam Okafor, by break-glass');

    await sam.type(`/openai keys revoke "dana scratch" --reason "again" --break-glass --incident ${incident}`);
    await world.settle();
    expect(sam.modalText()).toContain('one emergency is reviewed before the same person declares the next');

    await sam.type('/openai debts close D-1 --reason "the key was public; revoking it was right"');
    await world.settle();
    await sam.submit();
    await world.settle();
    const review = (await scene.newest()).terms.id;
    await approve(scene, omar, review);
    await world.settle();
    await erin.openHome();
    await world.settle();
    expect(erin.homeText()).not.toContain('To be reviewed');
  });

  it('A16 · nobody else can, and nobody without the link to an incident', async () => {
    const { erin, sam, world } = scene;
    await erin.type(`/openai keys revoke "dana scratch" --reason "mine" --break-glass --incident ${incident}`);
    await world.settle();
    expect(erin.modalText()).toContain('The policy names Sam Okafor for emergencies.');
    await sam.type('/openai keys revoke "dana scratch" --reason "no link" --break-glass');
    await world.settle();
    expect(sam.modalText()).toContain(`It needs the link to the incident: --incident https://incidents.acme.example/*`);
  });
});
