import { afterEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '#workflow/verify-audit.ts';
import {
  approve,
  askForKey,
  askToRevoke,
  cardOf,
  changesSent,
  keysOnBoard,
  letterOf,
  openDecision,
  pressMakeMyKey,
} from './key-story.ts';
import { auditChannel, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

const live = (mode: string) => policyWith('live: on', `live: ${mode}`);

/** The shipped mode, and what one line of the policy switches. */
describe('how far an operation goes', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  it('goes through asking and approving under plan-only, and says that nothing was sent, because nothing was', async () => {
    scene = await openScene({ policyText: await live('plan-only') });
    const { bea, erin, sam, world } = scene;
    const id = await askForKey(scene, { name: 'only-planned' });
    expect(readMessage(cardOf(bea, id))).toContain('plan-only: nothing will be sent');
    await approve(scene, bea, id);
    const ending = 'Would have sent 3 calls. Nothing was sent.';
    expect(cardOf(bea, id).text).toContain(ending);
    expect(bea.buttons(cardOf(bea, id))).toEqual([]);
    expect(letterOf(erin, id).text).toContain(ending);
    expect(erin.buttons(letterOf(erin, id))).toEqual([]);
    const story = sam.find(auditChannel, ending);
    expect(sam.thread(story)).toEqual([]);
    expect((await scene.newest()).state).toBe('simulated');
    expect(changesSent(world)).toEqual([]);
    expect(keysOnBoard(world, 'only-planned')).toEqual([]);
    expect((await verifyAudit(world.bot().store.read.audit)).ok).toBe(true);
  });

  it('sends nothing under plan-only when a key is revoked, and still refuses the requester’s own approval', async () => {
    scene = await openScene({ policyText: await live('plan-only') });
    const { bea, erin, world } = scene;
    await erin.type('/openai keys list search-dev');
    await world.settle();
    const id = await askToRevoke(scene, '"jonas notebook"');
    await openDecision(scene, erin, id);
    expect(erin.modalText()).toContain('You asked for this, so somebody else has to approve it.');
    await approve(scene, bea, id);
    expect(cardOf(bea, id).text).toContain('Would have sent 1 call. Nothing was sent.');
    expect(changesSent(world)).toEqual([]);
    expect(keysOnBoard(world, 'jonas notebook')).toHaveLength(1);
  });

  it('switches on one operation and leaves the others planned', async () => {
    const rules = '\n  default: plan-only\n  rules:\n    - { operations: keys.issue, mode: on }';
    scene = await openScene({ policyText: await live(rules) });
    const { bea, erin, world } = scene;
    const issue = await askForKey(scene, { name: 'switched-on' });
    await approve(scene, bea, issue);
    await pressMakeMyKey(scene, erin, issue);
    await erin.closeModal();
    expect(keysOnBoard(world, 'switched-on')).toHaveLength(1);
    await erin.type('/openai keys list search-dev');
    await world.settle();
    const revoke = await askToRevoke(scene, '"jonas notebook"');
    await approve(scene, bea, revoke);
    expect(cardOf(bea, revoke).text).toContain('Would have sent 1 call. Nothing was sent.');
    expect(keysOnBoard(world, 'jonas notebook')).toHaveLength(1);
  });

  it('switches an operation on for one group and leaves it planned for everybody else', async () => {
    const rules = '\n  default: plan-only\n  rules:\n    - { operations: keys.issue, requesters: pilots, mode: on }';
    const text = (await live(rules)).replace('security: [sam]', 'security: [sam]\n  pilots: [priya]');
    scene = await openScene({ policyText: text });
    const { bea, erin, priya } = scene;
    const pilot = await askForKey(scene, { by: priya, name: 'a-pilot' });
    await approve(scene, bea, pilot);
    expect(priya.buttons(letterOf(priya, pilot))).toContain('Make my key');
    const other = await askForKey(scene, { name: 'no-pilot' });
    await approve(scene, bea, other);
    expect(letterOf(erin, other).text).toContain('Would have sent 3 calls. Nothing was sent.');
  });

  it('refuses what is switched off when it is asked for, with who could change that', async () => {
    const rules = '\n  default: on\n  rules:\n    - { operations: keys.issue, mode: off }';
    scene = await openScene({ policyText: await live(rules) });
    const { erin, world } = scene;
    await erin.type('/openai keys issue search-dev --name off --for 1d --access read --reason "is it on?"');
    await world.settle();
    expect(erin.modal().title).toBe('Not possible');
    expect(erin.modal().submit).toBeNull();
    expect(erin.modalText()).toContain('keys.issue in search-dev is switched off.');
    expect(erin.modalText()).toContain('Who can: The policy’s owners can switch it to plan-only or on.');
    await expect(scene.newest()).rejects.toThrow('Nothing was ever asked for');
  });

  it('asks for as many different people as the policy says before anything is planned to be sent', async () => {
    const text = (await live('plan-only')).replace('routine: { approvals: 1,', 'routine: { approvals: 2,');
    scene = await openScene({ policyText: text });
    const { bea, omar } = scene;
    const id = await askForKey(scene, { name: 'two-people' });
    await approve(scene, bea, id);
    expect(bea.modalText()).toContain('Recorded: you approved it. It still needs 1 person from approvers.');
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain('Each person decides once.');
    expect((await scene.newest()).state).toBe('pending');
    await approve(scene, omar, id);
    expect((await scene.newest()).state).toBe('simulated');
  });

  it('refuses a request that could never be approved when it is made, with the reason', async () => {
    const text = (await live('on'))
      .replace('approvers: [bea, omar, sam]', 'approvers: [bea, omar]')
      .replace('routine: { approvals: 1,', 'routine: { approvals: 2,');
    scene = await openScene({ policyText: text });
    const { bea, world } = scene;
    await bea.type('/openai keys issue search-dev --name never --for 1d --access read --reason "for myself"');
    await world.settle();
    expect(bea.modalText()).toContain('could never be approved, so it was not sent.');
    expect(bea.modalText()).toContain('only Omar Haddad is left');
  });
});
