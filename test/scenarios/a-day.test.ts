import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { askForKey, cardOf, letterOf, pressMakeMyKey } from './key-story.ts';
import { toMonday } from './monday.ts';
import { type Player, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

// Priya works in Kolkata, five and a half hours before London; Sam in Lagos, one hour before. Neither city ever changes its clocks.
const leads = '  leads: { people: [priya], fallback: security, escalate_after: 6h }';
const dayPolicy = async () =>
  (await policyWith('routine: { approvals: 1, from: approvers }', 'routine: { approvals: 1, from: leads }')).replace(
    '  security: [sam]',
    `  security: [sam]\n${leads}`,
  );

const lettersOf = (player: Player): readonly string[] => player.letters().map(readMessage);

describe('a day of whoever asks and whoever decides, in two time zones', () => {
  let scene: Scene;
  let id: RequestId;
  beforeAll(async () => {
    scene = await openScene({ policyText: await dayPolicy() });
    await scene.world.advance(toMonday(scene.world.clock.now()));
  });
  afterAll(() => scene.close());

  const ownLetter = () => readMessage(letterOf(scene.erin, id));
  const reminderFor = (player: Player, words: string) => {
    const found = player.letters().findLast((letter) => readMessage(letter).includes(words));
    if (found === undefined)
      throw new Error(`${player.userId} was not told “${words}”: ${lettersOf(player).join(' | ')}`);
    return found;
  };

  it('03:00 · Erin asks before anybody is at work, and reads so', async () => {
    id = await askForKey(scene, { name: 'night-eval' });
    expect(ownLetter()).toContain('Asked <@U0PRIYA001> of leads · outside their working hours now');
    expect(ownLetter()).toMatch(/from .* also security/);
    expect(readMessage(cardOf(scene.erin, id))).toMatch(/from .* also security/);
    expect(scene.erin.buttons(letterOf(scene.erin, id))).toEqual([
      'Nudge',
      'Add a reason',
      'Details',
      'Change my request',
      'Cancel',
    ]);
  });

  it('03:05 · a nudge wakes nobody', async () => {
    const { erin, priya, world } = scene;
    await erin.press(letterOf(erin, id), 'Nudge');
    await world.settle();
    expect(lettersOf(erin).join(' ')).toContain('outside the working hours of everybody who could decide');
    await world.advance(20 * minuteMs);
    expect(priya.letters()).toEqual([]);
  });

  it('03:40 · Priya begins her day: what she was asked for, and what waits', async () => {
    const { priya, world } = scene;
    await world.advance(15 * minuteMs);
    await world.advance(15 * minuteMs);
    const reminder = reminderFor(priya, 'This waits for a decision');
    expect(priya.buttons(reminder)).toEqual(['Approve', 'Details', 'Not for me']);
    expect(lettersOf(priya).join(' ')).toContain('Good morning. 1 request waits for your decision');
    expect(ownLetter()).toContain('within their working hours');
    await priya.press(reminder, 'Details');
    await world.settle();
    expect(priya.modalText()).toContain('night-eval');
    await priya.closeModal();
  });

  it('05:00 · she has looked, so nobody reminds her, and nobody else may decide yet', async () => {
    const { priya, sam, world } = scene;
    const before = priya.letters().length;
    for (let n = 0; n < 4; n += 1) await world.advance(30 * minuteMs);
    expect(priya.letters()).toHaveLength(before);
    await sam.press(cardOf(sam, id), 'Approve');
    await world.settle();
    expect(sam.modalText()).toContain('people in security do as well');
    await sam.closeModal();
    expect(sam.letters()).toEqual([]);
  });

  it('09:10 · its time alone is over: the card says so, and Sam is asked, once', async () => {
    const { sam, world } = scene;
    await world.advance(3 * hourMs + 30 * minuteMs);
    await world.advance(minuteMs);
    const asked = lettersOf(sam).filter((letter) => letter.includes('You may decide on this now'));
    expect(asked).toHaveLength(1);
    expect(readMessage(cardOf(sam, id))).toContain('leads or security');
    expect(ownLetter()).toContain('leads or security');
    expect(lettersOf(sam).join(' ')).toContain('Good morning. 1 request waits for your decision');
  });

  it('09:15 · Erin says why it matters, and everybody who decides reads it', async () => {
    const { erin, sam, world } = scene;
    const before = (await world.bot().store.read.requests.find(id))?.digest;
    await erin.press(letterOf(erin, id), 'Add a reason');
    await world.settle();
    await erin.submit({ 'What they should know': 'The demo is at noon.' });
    await world.settle();
    await erin.closeModal();
    expect(readMessage(cardOf(sam, id))).toContain('The demo is at noon.');
    expect(ownLetter()).toContain('You added');
    expect((await world.bot().store.read.requests.find(id))?.digest).toBe(before);
  });

  it('09:20 · Erin nudges; Sam approves from the message, and the key is Erin’s', async () => {
    const { erin, sam, world } = scene;
    await erin.press(letterOf(erin, id), 'Nudge');
    await world.settle();
    const reminder = sam.letters().at(-1);
    if (reminder === undefined) throw new Error('Sam was told nothing');
    expect(readMessage(reminder)).toContain('Erin Vale asks once more');
    await sam.press(reminder, 'Approve');
    await world.settle();
    await sam.submit();
    await world.settle();
    expect(ownLetter()).toContain('Your key is made when you press');
    await world.advance(11_000);
    await pressMakeMyKey(scene, erin, id);
    expect(erin.modalText()).toContain('night-eval');
  });

  it('09:25 · what asked for a decision says that it is over, and offers nothing any more', async () => {
    const { priya, sam, world } = scene;
    await world.advance(minuteMs);
    await world.settle();
    for (const player of [priya, sam]) {
      const asked = player.letters().filter((letter) => readMessage(letter).includes('You were asked to look at this'));
      expect(asked.length).toBeGreaterThan(0);
      expect(player.letters().flatMap((letter) => player.buttons(letter))).toEqual([]);
    }
  });

  it('the next morning nobody is written to, because nothing waits', async () => {
    const { priya, sam, world } = scene;
    const before = [priya.letters().length, sam.letters().length];
    await world.advance(19 * hourMs);
    for (let n = 0; n < 10; n += 1) await world.advance(hourMs / 2);
    expect([priya.letters().length, sam.letters().length]).toEqual(before);
  });

  it('and all of it stands in the chain', async () => {
    const entries = await scene.world.bot().store.read.audit.entriesOf(id);
    const kinds = entries.map(({ body }) => (body === null ? '' : (JSON.parse(body) as { kind: string }).kind));
    for (const kind of ['approvers.asked', 'approvers.widened', 'request.nudged', 'request.added-to'])
      expect(kinds).toContain(kind);
  });
});
