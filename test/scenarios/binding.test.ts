import { afterEach, describe, expect, it } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { personByEmail, personOf } from '#policy/people.ts';
import { keepPeopleList } from '#workflow/keep-people-list.ts';
import { approve, askForKey, cardOf, openDecision } from './key-story.ts';
import { alerts, approvals, Player, readMessage } from './player.ts';
import type { Scene } from './scene.ts';
import { answerTo, countersigned, group, openWithoutPriya, send } from './who-is-who.ts';

const second = 'U0GUS00001';

describe('who is who, bound by two people', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const list = () => answerTo(scene, scene.erin, '/openai people list');
  const propose = () => answerTo(scene, scene.erin, '/openai people propose');
  const adopt = () => countersigned(scene, '/openai people adopt --reason "first set-up"');

  async function bindPriya(): Promise<void> {
    scene = await openWithoutPriya();
    await adopt();
    expect((await scene.newest()).state).toBe('succeeded');
  }

  it('A2 · is one table first, and only what is different after that', async () => {
    scene = await openWithoutPriya();
    expect(await propose()).toContain('Who is who: 1 new');
    const id = await send(scene, '/openai people adopt --reason "first set-up"');
    expect(readMessage(cardOf(scene.bea, id))).toContain('Adopt who is who: 1 new');
    await approve(scene, scene.bea, id);
    await approve(scene, scene.omar, id);
    await scene.world.advance(11 * 60_000);
    expect(await propose()).toContain('nothing changed');
    const { policy } = scene.world.bot().house.policy();
    expect(personOf(policy, slackUserId(scene.priya.userId))).toMatch(/^openai:user-/);
    expect(personByEmail(policy, 'priya@acme.example')).toBe(personOf(policy, slackUserId(scene.priya.userId)));
    await scene.erin.type('/openai people adopt --reason "again"');
    await scene.world.settle();
    expect(scene.erin.modalText()).toContain('Nothing changed since the last time');
  });

  it('A2 · lets a bound person approve, and nobody who is only proposed', async () => {
    scene = await openWithoutPriya();
    const id = await askForKey(scene, { name: 'before-she-is-known' });
    await openDecision(scene, scene.priya, id);
    expect(scene.priya.modalText()).not.toContain('Approve this?');
    await scene.priya.closeModal();
    await adopt();
    const other = await askForKey(scene, { name: 'once-she-is-known' });
    await approve(scene, scene.priya, other);
    expect(readMessage(cardOf(scene.bea, other))).toContain('Approved by Priya Raman');
  });

  it('F8, A8 · suspends at once whoever’s profile shows another address; what they approved counts no more', async () => {
    await bindPriya();
    const { erin, priya, sam, world } = scene;
    const agreed = await askForKey(scene, { name: 'approved-before' });
    await approve(scene, priya, agreed);
    await world.slack.admin.setEmail(priya.userId, 'ines@acme.example');
    await world.settle();
    expect(readMessage(sam.find(alerts, 'is suspended'))).toContain('the address in the profile of U0PRIYA001 changed');
    const id = await askForKey(scene, { name: 'by-an-impostor' });
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You are suspended, because the address in the profile of U0PRIYA001 changed');
    expect(await list()).toMatch(/Priya Raman.*suspended/);
    await erin.press(
      erin.letters().findLast((each) => erin.buttons(each).includes('Make my key')) ?? never(),
      'Make my key',
    );
    await world.settle();
    expect(erin.modalText()).toContain('Priya Raman’s approval no longer counts: they are suspended');
    await priya.closeModal();
    await world.restart();
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You are suspended');
  });

  it('A2 · counts one human with two accounts once, whichever they press with', async () => {
    await bindPriya();
    const { bea, priya, world } = scene;
    await world.slack.admin.setKind(second, 'member');
    world.slack.admin.addToChannel(approvals, second);
    const gus = new Player(world, second);
    const text = await answerTo(scene, scene.erin, '/openai people propose');
    expect(text).toContain('nothing changed');
    await countersigned(
      scene,
      `/openai people bind priya@acme.example --also @gus --unit payments --reason "her other account"`,
    );
    expect(await list()).toMatch(/Priya Raman.*U0PRIYA001, U0GUS00001.*payments/);
    await world.slack.admin.setGroupMembers(group, [bea.userId, scene.omar.userId, priya.userId, second]);
    await world.settle();
    world.clock.advance(2 * 86_400_000);
    const id = await send(scene, '/openai projects archive search-dev --reason "over"');
    await approve(scene, priya, id);
    await openDecision(scene, gus, id);
    expect(gus.modalText()).toMatch(/already/);
    expect((await scene.newest()).state).toBe('pending');
  });

  it('F8 · suspends whoever’s user at OpenAI is removed, and lets go of them only by two people', async () => {
    await bindPriya();
    const { sam, world } = scene;
    const admin = world.openai.backdoor.asAdmin();
    const removed = await admin('DELETE', '/organization/users/user-AcmePriyaRaman0000000000');
    expect(removed.status).toBe(200);
    await world.advance(6 * 60_000);
    expect(readMessage(sam.find(alerts, 'is suspended'))).toContain('their user at OpenAI is gone');
    expect(await propose()).toContain('Who is who: 1 gone');
    await adopt();
    expect((await scene.newest()).outcome).toBe('1 person is bound no longer.');
    expect(await list()).not.toContain('Priya Raman');
  });

  it('A10 · takes two people again for somebody who was suspended and is as before', async () => {
    await bindPriya();
    const { priya, world } = scene;
    await world.slack.admin.setKind(priya.userId, 'deactivated');
    await world.settle();
    await world.slack.admin.setKind(priya.userId, 'member');
    await world.settle();
    await world.advance(6 * 60_000);
    expect(await list()).toMatch(/Priya Raman.*suspended/);
    expect(await propose()).toContain('Who is who: 1 as before');
    await adopt();
    expect(await list()).toMatch(/Priya Raman.*bound/);
  });

  it('takes what a list from the host says into the table that two people see', async () => {
    scene = await openWithoutPriya();
    const { house } = scene.world.bot();
    const lines = [{ openai: 'priya@acme.example', slack: [], also: [], unit: 'payments' }];
    await keepPeopleList(house, { lines, source: 'people.csv' });
    await countersigned(scene, '/openai people adopt --list L-1 --reason "first set-up"');
    const shown = await answerTo(scene, scene.erin, '/openai people show @priya');
    for (const words of [
      'Priya Raman',
      'payments',
      'approvers',
      'asked by Erin Vale',
      'agreed by Bea Lindqvist and Omar',
    ])
      expect(shown).toContain(words);
    expect(shown).toContain('routine changes, destructive changes, critical changes');
    expect(await answerTo(scene, scene.priya, '/openai whoami')).toContain('bound by two people');
    expect(await answerTo(scene, scene.erin, '/openai people propose --list L-9')).toContain('There is no list L-9.');
  });

  it('A15 · does not let somebody decide on what binds themselves', async () => {
    await bindPriya();
    const id = await send(scene, '/openai people bind priya@acme.example --unit payments --reason "her unit"');
    await openDecision(scene, scene.priya, id);
    expect(scene.priya.modal().title).not.toBe('Approve this?');
  });
});

function never(): never {
  throw new Error('Nothing waits to be collected');
}
