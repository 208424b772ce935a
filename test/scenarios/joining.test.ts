import { afterEach, describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { approve, askForKey, cardOf, openDecision, pressMakeMyKey } from './key-story.ts';
import { alerts, approvals, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

const group = 'S0APPROVE1';

describe('who joined the approvers lately', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const open = async (): Promise<Scene> => {
    scene = await openScene({
      policyText: await policyWith('approvers: [bea, omar, sam]', `approvers: { slack_group: ${group} }`),
    });
    scene.world.slack.admin.addToChannel(approvals, scene.priya.userId);
    return scene;
  };
  const setGroup = async (...members: readonly { readonly userId: string }[]): Promise<void> => {
    await scene.world.slack.admin.setGroupMembers(
      group,
      members.map(({ userId }) => userId),
    );
    await scene.world.settle();
  };
  const kindsOf = async (kind: string): Promise<readonly unknown[]> =>
    (await scene.world.bot().store.read.audit.range(1, 1000)).flatMap(({ body }) => {
      const entry = JSON.parse(body ?? '{}') as { readonly kind: string; readonly what: unknown };
      return entry.kind === kind ? [entry.what] : [];
    });

  it('A9 · is told to wait, and the people who watch are told, and a day later counts', async () => {
    const { bea, omar, priya, sam, world } = await open();
    expect(await kindsOf('group.first-seen')).toEqual([
      { group, name: 'approvers', joined: [bea.userId, omar.userId], left: [] },
    ]);
    const id = await askForKey(scene, { name: 'by-a-friend' });
    await setGroup(bea, omar, priya);
    expect(readMessage(sam.find(alerts, 'joined approvers'))).toContain('Priya Raman joined approvers');
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You joined approvers less than 1 day ago');
    await priya.closeModal();
    expect((await scene.newest()).state).toBe('pending');
    world.clock.advance(dayMs - minuteMs);
    const late = await askForKey(scene, { name: 'a-day-later' });
    await openDecision(scene, priya, late);
    expect(priya.modalText()).toContain('less than 1 day ago');
    await priya.closeModal();
    world.clock.advance(2 * minuteMs);
    await approve(scene, priya, late);
    expect((await scene.newest()).state).toBe('waiting');
  });

  it('A9 · is no newcomer after a restart, and whoever joined while nobody looked is one', async () => {
    const { bea, omar, priya, world } = await open();
    await world.restart(async () => {
      await world.slack.admin.setGroupMembers(group, [bea.userId, priya.userId]);
    });
    const id = await askForKey(scene, { name: 'after-restart' });
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You joined approvers less than 1 day ago');
    await priya.closeModal();
    await openDecision(scene, omar, id);
    expect(omar.modalText()).toContain('you are not among them');
    await omar.closeModal();
    await approve(scene, bea, id);
    expect((await scene.newest()).state).toBe('waiting');
  });

  it('A10 · is who was deactivated and came back: the old membership counts no more, nor does the approval', async () => {
    const { bea, erin, omar, priya, sam, world } = await open();
    await setGroup(bea, omar, sam, priya);
    world.clock.advance(2 * dayMs);
    const id = await askForKey(scene, { name: 'stale-session' });
    await approve(scene, bea, id);
    await world.slack.admin.setKind(bea.userId, 'deactivated');
    await world.slack.admin.setKind(bea.userId, 'member');
    world.clock.advance(2 * minuteMs);
    await pressMakeMyKey(scene, erin, id);
    expect(erin.modalText()).toContain('they joined approvers less than 1 day ago');
    await world.settle();
    expect(readMessage(cardOf(omar, id))).toContain(
      'Bea Lindqvist’s approval no longer counts: they joined approvers less than 1 day ago.',
    );
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain('You joined approvers less than 1 day ago');
  });
});
