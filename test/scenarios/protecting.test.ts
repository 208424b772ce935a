import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortDigest } from '#domain/canonical.ts';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { deliverBody, pressBody, senderOf } from './as-slack.ts';
import { askForKey, cardOf, letterOf, openDecision } from './key-story.ts';
import { general, type Player, readMessage } from './player.ts';
import { openScene, type Scene, unhurriedPolicy } from './scene.ts';

async function protectedPolicy(): Promise<string> {
  const text = await unhurriedPolicy();
  return text
    .replace('dwell: 0s,', 'dwell: 4s, veto: 10m, type_target: true,')
    .replace('take_back: 0s', 'take_back: 10s');
}

describe('what protects a decision', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ policyText: await protectedPolicy() });
  });
  afterAll(() => scene.close());

  const recordOf = async (id: RequestId) => {
    const record = await scene.world.bot().store.read.requests.find(id);
    if (record === null) throw new Error(`There is no ${id}`);
    return record;
  };

  async function asksToArchive(project: string): Promise<RequestId> {
    const { erin, world } = scene;
    await erin.type(`/openai projects archive ${project} --reason "the team has moved on"`);
    await world.settle();
    await erin.submit();
    await world.settle();
    await erin.closeModal();
    return (await scene.newest()).terms.id;
  }

  const nameField = async (id: RequestId) => {
    const { terms, digest } = await recordOf(id);
    return `Type ${terms.plan.target.name} or ${shortDigest(digest)}`;
  };

  /** Looks long enough, and types what is asked for. */
  async function approvesWithCare(by: Player, id: RequestId): Promise<void> {
    await openDecision(scene, by, id);
    scene.world.clock.advance(5 * secondMs);
    await by.submit({ [await nameField(id)]: 'PLAYGROUND' });
    await scene.world.settle();
  }

  it('A13 · tells whoever approves too early to look once more, and counts the next press', async () => {
    const { bea, omar, world } = scene;
    const id = await asksToArchive('playground');
    await openDecision(scene, bea, id);
    const typed = { [await nameField(id)]: shortDigest((await recordOf(id)).digest).toLowerCase() };
    await bea.trySubmit(typed);
    expect(bea.modalText()).toContain('Look once more: Archive the project playground.');
    expect(bea.modalText()).toContain('Press Approve again.');
    expect(await scene.world.bot().store.read.requests.decisions(id)).toEqual([]);
    world.clock.advance(5 * secondMs);
    await bea.trySubmit({ [await nameField(id)]: 'something else' });
    expect(bea.modalText()).toContain('Type playground, or the code');
    await bea.submit(typed);
    await world.settle();
    expect(bea.modalText()).toContain('you approved it');

    await bea.pressInModal('Take back');
    await world.settle();
    expect(bea.modalText()).toContain('It does not count; you can decide again.');
    expect(await world.bot().store.read.requests.decisions(id)).toEqual([]);
    await approvesWithCare(bea, id);
    await approvesWithCare(omar, id);
    expect((await recordOf(id)).state).toBe('waiting');
  });

  it('F5 · lets anybody who could have denied it cancel an archiving until its ten minutes are over', async () => {
    const { bea, sam, world } = scene;
    const { id } = (await scene.newest()).terms;
    const card = cardOf(bea, id);
    expect(readMessage(card)).toContain('It is carried out');
    expect(bea.buttons(card)).toEqual(['Cancel', 'Details']);
    const sent = world.openai.calls().filter(({ method }) => method === 'POST').length;
    await world.advance(9 * minuteMs + 40 * secondMs);
    await sam.press(cardOf(sam, id), 'Cancel');
    await world.settle();
    expect((await recordOf(id)).state).toBe('cancelled');
    await world.advance(5 * minuteMs);
    expect(world.openai.calls().filter(({ method }) => method === 'POST')).toHaveLength(sent);
  });

  it('F5 · carries it out when they are over, and not before', async () => {
    const { bea, omar, world } = scene;
    const id = await asksToArchive('playground');
    await approvesWithCare(bea, id);
    await approvesWithCare(omar, id);
    await world.advance(9 * minuteMs);
    expect((await recordOf(id)).state).toBe('waiting');
    await world.advance(2 * minuteMs);
    expect((await recordOf(id)).state).toBe('succeeded');
  });

  it('B6 · does nothing for a card that was copied into another channel', async () => {
    const { bea } = scene;
    const id = await askForKey(scene, { name: 'copied-card' });
    const sender = await senderOf(scene, bea.userId);
    await deliverBody(scene, pressBody(sender, { ...cardOf(bea, id), channelId: general }, 'Approve'));
    expect(readMessage(bea.hint())).toContain('This message is no longer the one that counts.');
    expect((await recordOf(id)).state).toBe('pending');
  });

  it('B3, B23 · shows names with the ids and accounts behind them, on the card and where it is decided', async () => {
    const { bea, erin } = scene;
    const id = await askForKey(scene, { name: 'by-its-id' });
    const { terms } = await recordOf(id);
    expect(readMessage(cardOf(bea, id))).toContain(`<@${erin.userId}>`);
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain(terms.plan.target.id);
    expect(bea.modalText()).toContain(terms.plan.target.name);
  });

  it('B8 · decides in a window drawn from the record, whatever the card says by then', async () => {
    const { bea, world } = scene;
    await bea.closeModal();
    const id = await askForKey(scene, { name: 'truthful' });
    const { digest } = await recordOf(id);
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain(shortDigest(digest));
    expect(bea.modalText()).toContain('truthful');
    await bea.submit();
    await world.settle();
    await world.advance(11 * secondMs);
    expect(letterOf(scene.erin, id)).toBeDefined();
  });
});
