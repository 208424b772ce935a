import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, askForKey, cardOf, changesSent, keysOnBoard, letterOf, pressMakeMyKey } from './key-story.ts';
import { alerts, approvals, auditChannel, general, type Player, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

describe('a real installation goes live', () => {
  let scene: Scene;
  beforeAll(async () => {
    const policyText = await policyWith('security: [sam]', 'security: [sam]\n  pilots: [priya]');
    scene = await openScene({ policyText, founding: 'by-two-people' });
    scene.world.slack.admin.addToChannel(approvals, scene.priya.userId);
    await scene.world.settle();
    for (const by of [scene.bea, scene.omar]) {
      await by.press(by.find(approvals, 'installation'), 'I found this installation');
      await scene.world.settle();
    }
  });
  afterAll(() => scene.close());

  async function types(by: Player, line: string): Promise<void> {
    while (by.hasModal()) await by.closeModal();
    await by.type(line);
    await scene.world.settle();
  }

  async function asks(by: Player, line: string) {
    await types(by, line);
    const preview = by.modalText();
    await by.submit();
    await scene.world.settle();
    const { id } = (await scene.newest()).terms;
    return { id, preview, said: by.modalText() };
  }

  it('plans everything at first, and tells whoever asks before they send it', async () => {
    const { erin, bea, world } = scene;
    const line = '/openai keys issue search-dev --name too-early --for 7d --access requests --reason "try"';
    const { id, preview, said } = await asks(erin, line);
    expect(preview).toContain('This would be planned only , because nobody has opened keys.issue here yet');
    expect(said).toContain('It is planned only, because nobody has opened keys.issue here yet.');
    await approve(scene, bea, id);
    expect(letterOf(erin, id).text).toContain('Nothing was sent.');
    expect(changesSent(world)).toEqual([]);
  });

  it('shows how far everything goes, and why no further', async () => {
    await types(scene.sam, '/openai rollout');
    const list = readMessage(scene.sam.hint(general));
    expect(list).toContain('keys.* For: everyone · Goes: plan-only · Why no further: not opened yet');
  });

  it('is opened for one group and one family by two people', async () => {
    const { sam, bea, omar, world } = scene;
    const { id } = await asks(sam, '/openai rollout open keys.* on --for pilots --reason "the plans were right"');
    expect(readMessage(cardOf(bea, id))).toContain('keys.* for pilots : plan-only → on');
    await approve(scene, bea, id);
    expect((await scene.newest()).state).toBe('pending');
    await approve(scene, omar, id);
    await world.settle();
    expect((await scene.newest()).state).toBe('succeeded');
    for (const channel of [approvals, auditChannel])
      expect(readMessage(sam.find(channel, 'Opened: keys.* for pilots is on'))).toContain('the plans were right');
    await types(sam, '/openai rollout keys.*');
    expect(readMessage(sam.hint(general))).toContain('For: pilots · Goes: on');
  });

  it('sends what a pilot asked for, and nothing of anybody else', async () => {
    const { bea, erin, priya, world } = scene;
    while (erin.hasModal()) await erin.closeModal();
    const pilot = await askForKey(scene, { by: priya, name: 'a-pilot' });
    await approve(scene, bea, pilot);
    await pressMakeMyKey(scene, priya, pilot);
    expect(keysOnBoard(world, 'a-pilot')).toHaveLength(1);
    const other = await askForKey(scene, { name: 'no-pilot' });
    await approve(scene, bea, other);
    expect(letterOf(erin, other).text).toContain('Nothing was sent.');
    expect(keysOnBoard(world, 'no-pilot')).toEqual([]);
  });

  it('is held back by one person, at once: what was approved in between is not made any more', async () => {
    const { bea, priya, sam, world } = scene;
    while (priya.hasModal()) await priya.closeModal();
    const late = await askForKey(scene, { by: priya, name: 'too-late' });
    await approve(scene, bea, late);
    await types(sam, '/openai rollout hold keys.* plan-only --reason "a plan named the wrong project"');
    expect(sam.modalText()).toContain('keys.* for everyone is planned only from now on.');
    expect(readMessage(sam.find(alerts, 'Held back by Sam Okafor'))).toContain('the wrong project');
    await pressMakeMyKey(scene, priya, late);
    expect(priya.modalText()).toContain('Sam Okafor holds keys.* at plan-only (a plan named the wrong project)');
    expect(keysOnBoard(world, 'too-late')).toEqual([]);
    expect((await scene.newest()).state).toBe('stale');
  });
});
