import { afterEach, describe, expect, it } from 'vitest';
import { confidentialCode } from '#approvals/confidential.ts';
import type { RequestId } from '#domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import { approve, askForKey, getKey, letterOf, pressMakeMyKey } from './key-story.ts';
import { toMonday } from './monday.ts';
import { alerts, approvals, auditChannel, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';
import { countersigned, openWithoutPriya } from './who-is-who.ts';
import { approveInSecret, askInSecret, denyInSecret, pressOnSecret, secretCardOf } from './secret-story.ts';

const removal = 'users remove erin@acme.example';

describe('a confidential request', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const linesIn = (channel: string) => scene.priya.messages(channel).map(({ text }) => text);

  /** Bea approves first: until then she could only deny it. */
  async function cancelInSecret(id: RequestId): Promise<void> {
    await approveInSecret(scene, scene.bea, id);
    await pressOnSecret(scene, scene.bea, { id, label: 'Cancel' });
  }

  it('goes to each of those who decide, and the channel shows how many of whom it needs', async () => {
    scene = await openScene();
    const { bea, erin, omar, priya, sam } = scene;
    scene.world.slack.admin.addToChannel(approvals, priya.userId);
    scene.world.slack.admin.addToChannel(auditChannel, priya.userId);
    const id = await askInSecret(scene, removal);
    const code = `Confidential request ${confidentialCode(id)}`;
    for (const decider of [bea, omar]) {
      const card = secretCardOf(decider, id);
      if (card === undefined) throw new Error('They got no card');
      expect(readMessage(card)).toContain('Remove Erin Vale from the organization');
      expect(readMessage(card)).toContain(`${code}. Only whoever asked and 2 people who decide know of it`);
      expect(decider.buttons(card)).toEqual(['Approve', 'Deny', 'Ask', 'Details', 'Cancel']);
    }
    for (const other of [erin, priya]) expect(other.letters()).toEqual([]);
    expect(secretCardOf(sam, id)).toBeUndefined();
    expect(linesIn(approvals)).toEqual([`${code} needs 2 people from approvers.`]);

    await approveInSecret(scene, bea, id);
    expect(linesIn(approvals)).toEqual([`${code} needs 1 person from approvers.`]);
    await approveInSecret(scene, omar, id);
    await scene.world.advance(minuteMs);
    expect((await scene.newest()).state).toBe('succeeded');
    for (const channel of [approvals, auditChannel])
      expect(linesIn(channel)).toEqual([expect.stringContaining(`${code} was carried out. What it was is told here`)]);
    expect(linesIn(alerts)).toEqual([]);
  });

  it('is told to everybody once its delay is over, in the audit channel and on its card', async () => {
    scene = await openScene();
    const { bea, omar, world } = scene;
    const id = await askInSecret(scene, removal);
    await approveInSecret(scene, bea, id);
    await approveInSecret(scene, omar, id);
    await world.advance(minuteMs);
    await world.advance(dayMs - 2 * minuteMs);
    const told = () => [approvals, auditChannel].map((at) => scene.sam.messages(at).map(readMessage).join(' '));
    for (const text of told()) expect(text).not.toContain('Erin Vale');
    await world.restart();
    await world.advance(2 * minuteMs);
    for (const text of told()) expect(text).toMatch(/Remove Erin Vale.*leaving on Friday/);
    expect(scene.sam.messages(auditChannel).filter(({ text }) => text.includes('Erin Vale'))).toHaveLength(1);
  });

  it.each([
    ['denied', 'was denied.', (id: RequestId) => denyInSecret(scene, id)],
    ['cancelled', 'was cancelled.', (id: RequestId) => cancelInSecret(id)],
    ['expired', 'has expired.', () => scene.world.advance(3 * dayMs)],
  ])('that is %s stays with those who knew of it', async (state, words, end) => {
    scene = await openScene();
    const id = await askInSecret(scene, removal);
    await end(id);
    expect((await scene.newest()).state).toBe(state);
    await scene.world.advance(40 * dayMs);
    for (const channel of [approvals, auditChannel]) {
      const text = scene.sam.messages(channel).map(readMessage).join(' ');
      expect(text).toContain(`Confidential request ${confidentialCode(id)} ${words}`);
      expect(text).not.toContain('Erin');
    }
    const card = secretCardOf(scene.bea, id);
    expect(card === undefined ? '' : readMessage(card)).toContain('Erin Vale');
  });

  it('is never decided by the owner of the key it is about, who does not hear of it either', async () => {
    scene = await openScene();
    const { bea, omar } = scene;
    const asked = await askForKey(scene, { by: bea, name: 'beas-own' });
    await approve(scene, omar, asked);
    await pressMakeMyKey(scene, bea, asked);
    await bea.closeModal();
    const id = await askInSecret(scene, 'keys revoke search-dev/beas-own');
    expect(secretCardOf(bea, id)).toBeUndefined();
    expect(secretCardOf(omar, id)).toBeDefined();
    expect((await scene.newest()).terms.plan.barred).toEqual(['bea']);
  });

  it('is nudged, added to, reminded of and written about in the morning among those who know of it alone', async () => {
    scene = await openScene();
    const { bea, erin, omar, priya, sam, world } = scene;
    await world.advance(toMonday(world.clock.now()));
    const id = await askInSecret(scene, removal);
    await sam.press(letterOf(sam, id), 'Add a reason');
    await world.settle();
    await sam.submit({ 'What they should know': 'Legal waits for it.' });
    await world.settle();
    await sam.closeModal();
    for (let hours = 0; hours < 9; hours += 1) {
      await world.advance(hourMs);
      if (sam.buttons(letterOf(sam, id)).includes('Nudge')) await sam.press(letterOf(sam, id), 'Nudge');
      await world.settle();
    }
    const secret = /Erin Vale|leaving on Friday|Legal waits/;
    const told = [bea, omar].flatMap((decider) => decider.letters().map(readMessage));
    expect(told.join(' ')).toMatch(/Good morning\. 1 request waits.*Erin Vale/);
    expect(told.join(' ')).toContain('Legal waits for it.');
    expect(told.filter((text) => text.includes('This waits for a decision'))).not.toEqual([]);
    for (const other of [erin, priya]) expect(other.letters()).toEqual([]);
    for (const channel of [approvals, auditChannel, alerts])
      expect(linesIn(channel).concat(sam.messages(channel).map(readMessage)).join(' ')).not.toMatch(secret);
  });

  it('ends a key whose owner hears of it only when everybody may', async () => {
    scene = await openScene();
    const { erin, omar, world } = scene;
    await getKey(scene, { name: 'erins-own' });
    const letters = erin.letters().length;
    const id = await askInSecret(scene, 'keys revoke search-dev/erins-own');
    await approveInSecret(scene, omar, id);
    await world.advance(20 * minuteMs);
    expect((await scene.newest()).state).toBe('succeeded');
    expect(erin.letters()).toHaveLength(letters);
    expect(scene.sam.messages(alerts)).toEqual([]);
    await world.advance(dayMs);
    expect(readMessage(letterOf(erin, id))).toMatch(/Your key erins-own .* was revoked.*Sam Okafor/);
  });

  it('suspends at once whoever it took out of the organization, and says so only when everybody may', async () => {
    scene = await openWithoutPriya();
    await countersigned(scene, '/openai people adopt --reason "first set-up"');
    const { bea, omar, sam, world } = scene;
    const id = await askInSecret(scene, 'users remove priya@acme.example');
    for (const decider of [bea, omar]) await approveInSecret(scene, decider, id);
    await world.advance(6 * minuteMs);
    await world.advance(6 * minuteMs);
    expect(world.bot().house.bindings.people.map(({ state }) => state)).toContain('suspended');
    const told = () => sam.messages(alerts).map(readMessage).join(' ');
    expect(told()).not.toContain('Priya');
    await world.advance(dayMs);
    expect(told()).toContain('Priya Raman is suspended since');
  });

  it('is refused where too few are left who could decide', async () => {
    scene = await openScene();
    const { sam, world } = scene;
    await sam.type('/openai users remove bea@acme.example --reason "leaving" --confidential');
    await world.settle();
    expect(sam.modalText()).toContain('Not possible');
    expect(scene.omar.letters()).toEqual([]);
  });

  it('is asked with a box of the form, which only those see who may', async () => {
    scene = await openScene();
    const { bea, erin, sam, world } = scene;
    for (const player of [sam, erin, bea]) await player.type('/openai users remove');
    await world.settle();
    expect(sam.modalText()).toContain('Only you and the people who decide on confidential requests know of it');
    for (const other of [erin, bea]) expect(other.modalText()).not.toContain('onfidential');
    await sam.closeModal();
    await sam.type('/openai projects archive');
    await world.settle();
    expect(sam.modalText()).not.toContain('onfidential');
    await sam.closeModal();
    await sam.type('/openai users remove erin@acme.example');
    await world.settle();
    await sam.submit({ Why: 'leaving', Confidential: 'yes' });
    await world.settle();
    expect(sam.modalText()).toContain('Confidential request');
    expect((await scene.newest()).terms.confidential).toMatchObject({ delayMs: dayMs });
  });

  it.each([
    { who: 'erin', command: removal, rule: 'The policy lets security ask confidentially' },
    { who: 'sam', command: 'projects archive playground', rule: 'The policy lets users.offboard' },
  ] as const)('is refused to $who for $command', async ({ who, command, rule }) => {
    scene = await openScene();
    await scene[who].type(`/openai ${command} --reason "leaving" --confidential`);
    await scene.world.settle();
    expect(scene[who].modalText()).toContain(rule);
  });

  it('is not carried out any more where the policy no longer lets it be confidential', async () => {
    let text = await policyWith('delay: 1d', 'delay: 1d');
    scene = await openScene({ policyText: () => text });
    const { bea, omar, world } = scene;
    const id = await askInSecret(scene, removal);
    await approveInSecret(scene, bea, id);
    text = text.replace('users.offboard, users.remove, ', '');
    await world.restart();
    await approveInSecret(scene, omar, id);
    await world.advance(minuteMs);
    expect((await scene.newest()).state).toBe('pending');
  });
});
