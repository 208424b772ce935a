import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverBody, lastView, senderOf, submissionBody } from './as-slack.ts';
import {
  approve,
  ask,
  askForKey,
  cardOf,
  letterOf,
  openLess,
  questionOf,
  suggestionOf,
  suggestLess,
} from './key-story.ts';
import { readMessage } from './player.ts';
import { openScene, roomyPolicy, type Scene } from './scene.ts';

describe('between yes and no', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ policyText: await roomyPolicy() });
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

  it('an approver would approve less; the requester takes it, and it is approved', async () => {
    const { erin, omar, world } = scene;
    const id = await askForKey(scene, { name: 'a-week-will-do' });
    await suggestLess(scene, id);
    expect(readMessage(cardOf(omar, id))).toContain('7d instead of 30d · waits for Erin Vale');
    const letter = suggestionOf(erin, id);
    expect(erin.buttons(letter)).toEqual(['Take it', 'Keep mine']);
    await erin.press(letter, 'Take it');
    await world.settle();
    expect(erin.modalText()).toContain('7 days');
    await erin.submit();
    await world.settle();
    expect(erin.modalText()).toContain('Bea Lindqvist has approved it already, by suggesting it.');
    await erin.closeModal();
    const { terms, state } = await scene.newest();
    expect(state).toBe('waiting');
    expect(readMessage(cardOf(omar, terms.id))).toContain('whose approval of exactly this counts');
    expect(readMessage(letterOf(erin, terms.id))).toContain('Your key is made when you press');
    expect(erin.buttons(suggestionOf(erin, id))).toEqual([]);
  });

  it('the requester keeps what was asked for', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'a-month-it-is' });
    await suggestLess(scene, id);
    await erin.press(suggestionOf(erin, id), 'Keep mine');
    await world.settle();
    expect(bea.letters().map(readMessage).join(' ')).toContain('your suggestion was not taken');
    await approve(scene, bea, id);
    expect(readMessage(cardOf(bea, id))).toContain('Approved by Bea Lindqvist');
  });

  it('B4 · what an approver sends along with a decision, a question or a suggestion alters nothing of the request', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'stays-as-it-is' });
    const before = await world.bot().store.read.requests.find(id);
    await openLess(scene, id);
    const sender = await senderOf(scene, bea.userId);
    const project = {
      type: 'external_select',
      selected_option: { text: { type: 'plain_text', text: 'p' }, value: 'proj_x' },
    };
    const more = { 'f.project': project, 'f.name': { type: 'plain_text_input', value: 'evil' }, requester: project };
    const less = { 'f.for': { type: 'plain_text_input', value: '7d' }, ...more };
    const shown = await deliverBody(scene, submissionBody(sender, lastView(scene, 'suggest'), less));
    expect(shown).not.toContain('evil');
    await bea.submit({ 'For how long': '7d' });
    await world.settle();
    await deliverBody(scene, submissionBody(sender, lastView(scene, 'suggest.send'), more));
    await world.settle();
    const [suggestion] = await world.bot().store.read.suggestions.of(id);
    expect(suggestion?.input).toEqual({ ...before?.terms.input, for: 7 * 24 * 3_600_000 });
    while (bea.hasModal()) await bea.closeModal();
    await bea.press(cardOf(bea, id), 'Approve');
    await world.settle();
    await deliverBody(scene, submissionBody(sender, lastView(scene, 'decide.approve'), more));
    await world.settle();
    const after = await world.bot().store.read.requests.find(id);
    expect([after?.terms, after?.digest, after?.state]).toEqual([before?.terms, before?.digest, 'waiting']);
    expect(erin.buttons(letterOf(erin, id))).toContain('Make my key');
  });

  it('is approved ahead for an hour in the asker’s own time zone, and waits for it', async () => {
    const { erin, bea, world } = scene;
    await erin.type(
      '/openai keys issue search-dev --name later --for 7d --access read --at "in 2h" --reason "at night"',
    );
    await world.settle();
    expect(erin.modalText()).toContain('To be carried out');
    await erin.submit();
    await world.settle();
    await erin.closeModal();
    const { terms } = await scene.newest();
    expect(readMessage(cardOf(bea, terms.id))).toContain('to be carried out');
    await approve(scene, bea, terms.id);
    expect((await scene.newest()).state).toBe('waiting');
    expect(erin.buttons(letterOf(erin, terms.id))).not.toContain('Make my key');
  });
});
