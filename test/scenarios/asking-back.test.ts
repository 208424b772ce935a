import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, ask, askForKey, cardOf, questionOf } from './key-story.ts';
import { readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('between yes and no', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('an approver asks, the requester answers, and both stand on the card for everybody', async () => {
    const { erin, bea, omar, world } = scene;
    const id = await askForKey(scene, { name: 'asked-about' });
    await ask(scene, id, 'Which <!channel> of the rankers?');
    expect(bea.modalText()).toContain('Erin Vale was asked.');
    await bea.closeModal();
    expect(readMessage(cardOf(omar, id))).toContain('Bea Lindqvist (<@U0BEA00001>) asked');
    expect(readMessage(cardOf(omar, id))).toContain('It waits for an answer; the clock stands still meanwhile.');

    const asked = questionOf(erin, id);
    expect(readMessage(asked)).toContain('Which &lt;!channel&gt; of the rankers?');
    expect(erin.buttons(asked)).toEqual(['Answer', 'Change my request']);
    await erin.press(asked, 'Answer');
    await world.settle();
    await erin.submit({ 'Your answer': 'The nightly one.' });
    await world.settle();
    expect(erin.modalText()).toContain('Answered. Bea Lindqvist is told');
    await erin.closeModal();
    expect(erin.buttons(questionOf(erin, id))).toEqual([]);
    expect(readMessage(cardOf(omar, id))).toContain('The nightly one.');
    expect(bea.letters().map(readMessage).join(' ')).toContain('Erin Vale answered your question');

    await approve(scene, bea, id);
    expect(readMessage(cardOf(omar, id))).toContain('Approved by Bea Lindqvist');
  });

  it('is asked from the window of a decision too', async () => {
    const { bea, world } = scene;
    const id = await askForKey(scene, { name: 'asked-inside' });
    await bea.press(cardOf(bea, id), 'Approve');
    await world.settle();
    await bea.pressInModal('Ask');
    await world.settle();
    await bea.submit({ 'Your question': 'For how long?' });
    await world.settle();
    while (bea.hasModal()) await bea.closeModal();
    expect(readMessage(cardOf(bea, id))).toContain('For how long?');
  });

  it('the requester changes what was asked for, in a form that holds it already', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'too-long' });
    await ask(scene, id, 'Would a week do?');
    await bea.closeModal();
    await erin.press(questionOf(erin, id), 'Change my request');
    await world.settle();
    expect(erin.modalText()).toContain('too-long');
    expect(erin.modalText()).toContain('30d');
    await erin.submit({ 'For how long': '7d' });
    await world.settle();
    expect(erin.modalText()).toContain('7 days');
    await erin.submit();
    await world.settle();
    await erin.closeModal();
    const { terms } = await scene.newest();
    expect(readMessage(cardOf(bea, id))).toContain(`Erin Vale changed it: R-${terms.id.slice(-8)} takes its place`);
    expect(bea.buttons(cardOf(bea, id))).toEqual([]);
    expect(readMessage(cardOf(bea, terms.id))).toContain(`changes R-${id.slice(-8)}`);
    expect(bea.buttons(cardOf(bea, terms.id))).toContain('Approve');
  });
});
