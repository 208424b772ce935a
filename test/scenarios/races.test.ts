import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { hourMs } from '#domain/instant.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import {
  accountsNamed,
  approve,
  askForKey,
  askToRevoke,
  cardOf,
  keyIn,
  keysOnBoard,
  letterOf,
  openDecision,
  openDenial,
} from './key-story.ts';
import { approvals, type Player } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

describe('two things at the same instant, over real HTTP', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(async () => {
    expect((await verifyAudit(scene.world.bot().store.read.audit)).ok).toBe(true);
    await scene.close();
  });

  const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;
  const decisionsOn = (id: RequestId) => scene.world.bot().store.read.requests.decisions(id);
  const movesOf = async (id: RequestId) => {
    const entries = await scene.world.bot().store.read.audit.entriesOf(id);
    const bodies = entries.map(({ body }) => JSON.parse(body ?? '{}') as { kind: string; what: { event?: string } });
    return bodies.flatMap(({ kind, what }) => (kind === 'request.moved' ? [what.event] : []));
  };
  const told = (player: Player, words: string): boolean => player.modalText().includes(words);

  it('B9 · counts one of two approvers and tells the other that it is decided', async () => {
    const { bea, omar, world } = scene;
    const id = await askForKey(scene, { name: 'two-approvers' });
    await openDecision(scene, bea, id);
    await openDecision(scene, omar, id);
    await Promise.all([bea.submit(), omar.submit()]);
    await world.settle();
    expect(await stateOf(id)).toBe('waiting');
    expect(await decisionsOn(id)).toHaveLength(1);
    expect((await movesOf(id)).filter((event) => event === 'approve-met')).toHaveLength(1);
    const recorded = [bea, omar].filter((player) => told(player, 'Recorded: you approved it.'));
    expect(recorded).toHaveLength(1);
    const other = recorded[0] === bea ? omar : bea;
    expect(other.modalText()).toMatch(/approved and waits for its hour or its requester|changed at the same moment/);
  });

  it('counts both of two approvers where two are needed, and approves once', async () => {
    const text = await policyWith('routine: { approvals: 1,', 'routine: { approvals: 2,');
    const two = await openScene({ policyText: text });
    const { bea, omar, world } = two;
    const id = await askForKey(two, { name: 'both-count' });
    await openDecision(two, bea, id);
    await openDecision(two, omar, id);
    await Promise.all([bea.submit(), omar.submit()]);
    await world.settle();
    expect((await two.newest()).state).toBe('waiting');
    expect(await world.bot().store.read.requests.decisions(id)).toHaveLength(2);
    await two.close();
  });

  it('lets an approval and a denial have one ending, which is never that anything is sent', async () => {
    const { bea, erin, omar, world } = scene;
    const id = await askForKey(scene, { name: 'yes-and-no' });
    await openDecision(scene, bea, id);
    await openDenial(scene, omar, id);
    await Promise.all([bea.submit(), omar.submit({ 'Why not': 'too much at once' })]);
    await world.settle();
    const denied = told(omar, 'Recorded: you denied it.');
    expect(await stateOf(id)).toBe(denied ? 'denied' : 'waiting');
    expect((await decisionsOn(id)).some(({ kind }) => kind === 'deny')).toBe(denied);
    if (denied) expect(erin.buttons(letterOf(erin, id))).not.toContain('Make my key');
    expect(keysOnBoard(world, 'yes-and-no')).toEqual([]);
  });

  it('B11 · ends cancelled when the requester cancels at the moment of the approval, and nothing can be made', async () => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'cancelled' });
    await openDecision(scene, bea, id);
    await Promise.all([bea.submit(), erin.press(letterOf(erin, id), 'Cancel')]);
    await world.settle();
    expect(await stateOf(id)).toBe('cancelled');
    const counted = (await decisionsOn(id)).length;
    expect(told(bea, 'Recorded: you approved it.')).toBe(counted === 1);
    expect(erin.buttons(letterOf(erin, id))).toEqual([]);
    expect(bea.buttons(cardOf(bea, id))).toEqual([]);
  });

  it('sends a revocation at most once when it is stopped at the moment of its approval, and says which it was', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai keys list playground');
    await world.settle();
    const id = await askToRevoke(scene, '"demo for all-hands"');
    await openDecision(scene, bea, id);
    await Promise.all([bea.submit(), erin.press(letterOf(erin, id), 'Cancel')]);
    await world.settle();
    const deletions = world.openai.calls().filter(({ method }) => method === 'DELETE').length;
    expect([await stateOf(id), deletions]).toSatisfy(
      ([state, sent]) => (state === 'cancelled' && sent === 0) || (state === 'succeeded' && sent === 1),
    );
    expect(keysOnBoard(world, 'demo for all-hands')).toHaveLength(1 - deletions);
  });

  it.each([40, 10, 2, 0, -5])(
    'B11 · decides for approval or expiry when the deadline is %i ms away',
    async (aheadMs) => {
      const { bea, world } = scene;
      const id = await askForKey(scene, { name: 'at-the-deadline' });
      await openDecision(scene, bea, id);
      const { decideBy } = (await scene.newest()).terms;
      // Evidence about the approver is a minute old at most, so it is fetched anew at the deadline.
      world.clock.advance(decideBy - world.clock.now() - aheadMs);
      await Promise.all([bea.submit(), world.bot().scheduler.run('expire-requests')]);
      await world.settle();
      const isApproved = told(bea, 'Recorded: you approved it.');
      expect(await decisionsOn(id)).toHaveLength(isApproved ? 1 : 0);
      if (isApproved) expect(await stateOf(id)).toBe('waiting');
      else {
        await world.advance(hourMs);
        expect(await stateOf(id)).toBe('expired');
        expect(bea.modalText()).toMatch(/expired|changed at the same moment/);
      }
      if (aheadMs <= 0) expect(isApproved).toBe(false);
    },
  );

  it('makes one key when Make my key is pressed three times at once, and shows it in the window that opened first', async () => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'pressed-often' });
    await approve(scene, bea, id);
    const offer = letterOf(erin, id);
    await Promise.all([1, 2, 3].map(() => erin.press(offer, 'Make my key')));
    await world.settle();
    expect(keyIn(erin.modal())).not.toBeNull();
    expect(await stateOf(id)).toBe('succeeded');
    expect(await accountsNamed(world, 'pressed-often')).toHaveLength(1);
    expect(erin.hint(offer.channelId).text).toContain('Your key is already being made.');
  });

  it('makes one key when it is pressed in the letter and on Home, and never leaves an account without a shown key', async () => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'two-places' });
    await approve(scene, bea, id);
    await erin.openHome();
    await world.settle();
    while (erin.hasModal()) await erin.closeModal();
    await Promise.all([erin.pressOnHome('Make my key'), erin.press(letterOf(erin, id), 'Make my key')]);
    await world.settle();
    expect(keyIn(erin.modal())).not.toBeNull();
    expect(await accountsNamed(world, 'two-places')).toHaveLength(1);
  });

  it('stops a request or makes its key when both are pressed at once, and tells both people the truth', async () => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'stop-or-make' });
    await approve(scene, bea, id);
    while (erin.hasModal()) await erin.closeModal();
    await Promise.all([erin.press(letterOf(erin, id), 'Make my key'), bea.press(cardOf(bea, id), 'Stop')]);
    await world.settle();
    const isMade = keyIn(erin.modal()) !== null;
    expect(await stateOf(id)).toBe(isMade ? 'succeeded' : 'cancelled');
    expect(await accountsNamed(world, 'stop-or-make')).toHaveLength(isMade ? 1 : 0);
    const said = bea.hint(approvals).text;
    expect(said.includes('is cancelled. Nothing was sent.')).toBe(!isMade);
  });
});
