import { afterEach, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { readSandboxPolicy } from '#sandbox/world/seeds.ts';
import { approve, cardOf, getKey, letterOf, openDecision } from './key-story.ts';
import { alerts, approvals, auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const heading = 'PRACTICE: nothing real changes';

describe('practice mode', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  it('heads the card, the letter, the plan, the story and Home with what it is', async () => {
    scene = await openScene({ isPractice: true });
    const { bea, erin, sam, world } = scene;
    await erin.type('/openai keys issue search-dev --name rehearsal --for 1d --access read --reason "trying it out"');
    await world.settle();
    expect(erin.modalText()).toContain(heading);
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    expect(readMessage(cardOf(bea, id)).match(new RegExp(heading, 'g'))).toHaveLength(2);
    expect(cardOf(bea, id).blocks[0]).toSatisfy((block) => JSON.stringify(block).indexOf(heading) > 0);
    expect(letterOf(erin, id).text).toContain(heading);
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain(heading);
    await bea.submit();
    await world.settle();
    await erin.openHome();
    await world.settle();
    expect(erin.homeText()).toContain(heading);
    await erin.press(letterOf(erin, id), 'Make my key');
    await world.settle();
    expect(sam.find(auditChannel, 'rehearsal').text).toContain(heading);
  });

  it('is never claimed where changes are real', async () => {
    scene = await openScene();
    const { id } = await getKey(scene);
    for (const message of [cardOf(scene.bea, id), letterOf(scene.erin, id), ...scene.sam.messages(auditChannel)])
      expect(readMessage(message)).not.toContain('PRACTICE');
  });
});

describe('one channel for approvals, audit and alerts', () => {
  it('tells all three there, each once, and nothing anywhere else', async () => {
    const policyText = (await readSandboxPolicy()).replace('C0AUDIT001', approvals).replace('C0ALERTS01', approvals);
    const scene = await openScene({ policyText });
    const { bea, omar, sam, world } = scene;
    await world.advance(minuteMs);
    const { id } = await getKey(scene, { name: 'all-in-one' });
    world.openai.backdoor.deleteKey('key_AcmeKwameDebug0000000000');
    await world.advance(4 * minuteMs);
    const told = bea.messages(approvals).filter(({ ephemeral }) => !ephemeral);
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Approved by Bea Lindqvist .*Collected by Erin Vale/),
      expect.stringMatching(/Audit #\d+–\d+ · [0-9a-f]{16}…\.$/),
      expect.stringContaining('by the bot’s admin key, without a request'),
    ]);
    expect(bea.buttons(cardOf(bea, id))).toEqual(['Undo']);
    expect(sam.messages(auditChannel)).toEqual([]);
    expect(sam.messages(alerts)).toEqual([]);
    // The buttons of a card work beside everything else that stands there.
    await scene.erin.type('/openai keys issue search-dev --name next --for 1d --access read --reason "again"');
    await world.settle();
    await scene.erin.submit();
    await world.settle();
    const next = (await scene.newest()).terms.id;
    await approve(scene, omar, next);
    expect((await scene.newest()).state).toBe('waiting');
    await scene.close();
  });
});
