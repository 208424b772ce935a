import { afterEach, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { approve, askForKey, cardOf, openDecision } from './key-story.ts';
import { alerts, approvals, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const partners = 'C0PARTNER1';
const elsewhere = ['T0PARTNER1'];

describe('a channel that another company can see', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const decisions = async () => scene.world.bot().store.read.requests.decisions((await scene.newest()).terms.id);
  const alarms = (): number =>
    scene.sam.messages(alerts).filter((message) => readMessage(message).includes('is shared with people outside'))
      .length;

  it('A5 · lets nobody run a command in it', async () => {
    scene = await openScene();
    await scene.erin.type('/openai projects list', partners);
    await scene.world.bot().slack.idle();
    expect(readMessage(scene.erin.hint(partners))).toContain(
      'This channel is shared with people outside of this workspace',
    );
    expect(readMessage(scene.erin.hint(partners))).not.toContain('search-dev');
  });

  it('A5 · shared after the card was posted lets the next click do nothing, and the people who watch are told once', async () => {
    scene = await openScene();
    const { bea, world } = scene;
    const id = await askForKey(scene, { name: 'before-sharing' });
    await world.slack.admin.setConnectedTeams(approvals, elsewhere);
    await bea.press(cardOf(bea, id), 'Approve');
    await world.settle();
    expect(bea.hasModal()).toBe(false);
    expect(readMessage(bea.hint(approvals))).toContain('is shared with people outside of this workspace');
    await bea.press(cardOf(bea, id), 'Approve');
    await world.settle();
    expect(alarms()).toBe(1);
    expect(await decisions()).toEqual([]);
    await world.slack.admin.setConnectedTeams(approvals, []);
    await approve(scene, bea, id);
    expect(await decisions()).toHaveLength(1);
  });

  it('A5 · counts no decision that was begun before it was shared, also where Slack’s event is lost', async () => {
    scene = await openScene();
    const { bea, world } = scene;
    const id = await askForKey(scene, { name: 'begun-before' });
    await openDecision(scene, bea, id);
    world.slack.failNext({ method: 'conversations.info', fault: { kind: 'error', error: 'internal_error' } });
    await world.slack.admin.setConnectedTeams(approvals, elsewhere);
    await bea.submit();
    await world.settle();
    expect(await decisions()).toEqual([]);
  });

  it('A5 · is posted into no more, and hears what it missed once it is ours again', async () => {
    scene = await openScene();
    const { bea, world } = scene;
    await world.slack.admin.setConnectedTeams(approvals, elsewhere);
    await world.settle();
    const posted = (): number =>
      world.slack.calls().filter(({ method, args }) => method === 'chat.postMessage' && args['channel'] === approvals)
        .length;
    const before = posted();
    const id = await askForKey(scene, { name: 'not-told' });
    expect(posted()).toBe(before);
    await world.slack.admin.setConnectedTeams(approvals, []);
    await world.advance(10 * minuteMs);
    expect(readMessage(cardOf(bea, id))).toContain('not-told');
  });
});
