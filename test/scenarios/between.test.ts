import { afterEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import { approve, askForKey, cardOf, changesSent, keyIn, letterOf, openDecision, pressMakeMyKey } from './key-story.ts';
import { approvals, readMessage } from './player.ts';
import { openScene, policyWith, type Scene, unhurriedPolicy } from './scene.ts';

const searchDev = 'proj_AcmeSearchDev00000000000';

describe('what changes between the approval and the first byte', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const stateOf = async () => (await scene.newest()).state;

  async function approved(): Promise<Awaited<ReturnType<typeof askForKey>>> {
    const id = await askForKey(scene, { name: 'in-between' });
    await approve(scene, scene.bea, id);
    return id;
  }

  /** Lets time pass without any job looking at it, until the scheduler is started again. */
  async function unnoticed(ms: number): Promise<void> {
    await scene.world.bot().scheduler.stop(minuteMs);
    scene.world.clock.advance(ms);
  }

  function expectNothingMade(): void {
    expect(keyIn(scene.erin.modal())).toBeNull();
    expect(changesSent(scene.world).filter(({ path }) => path.includes('service_accounts'))).toEqual([]);
  }

  it.each([
    ['is archived', `/organization/projects/${searchDev}/archive`, {}],
    ['gets another name', `/organization/projects/${searchDev}`, { name: 'search-legacy' }],
  ])('stops and shows the difference when the project %s', async (_, path, body) => {
    scene = await openScene();
    const { bea, erin, world } = scene;
    const id = await approved();
    await world.openai.backdoor.asAdmin()('POST', path, body);
    await pressMakeMyKey(scene, erin, id);
    expectNothingMade();
    expect(await stateOf()).toBe('stale');
    expect(cardOf(bea, id).text).toMatch(/what it was planned on has changed.*(archived|search-legacy)/);
    expect(bea.buttons(cardOf(bea, id))).toEqual([]);
  });

  it.each(['deactivated', 'guest', 'stranger'] as const)(
    'asks the approvers again when the one who approved is now a %s',
    async (kind) => {
      scene = await openScene();
      const { bea, erin, omar, world } = scene;
      const id = await approved();
      await world.slack.admin.setKind(bea.userId, kind);
      await pressMakeMyKey(scene, erin, id);
      expectNothingMade();
      expect(erin.modalText()).toContain('Bea Lindqvist’s approval no longer counts: ');
      expect(await stateOf()).toBe('pending');
      expect(readMessage(cardOf(omar, id))).toContain('Bea Lindqvist’s approval no longer counts: ');
      expect(omar.buttons(cardOf(omar, id))).toContain('Approve');
      await erin.closeModal();
      await approve(scene, omar, id);
      await pressMakeMyKey(scene, erin, id);
      expect(keyIn(erin.modal())).not.toBeNull();
    },
  );

  it('lets only the account that asked collect, and not even that one once it is no full member', async () => {
    scene = await openScene();
    const { erin, world } = scene;
    const id = await approved();
    const letter = letterOf(erin, id);
    await world.slack.admin.setKind(erin.userId, 'guest');
    await erin.press(letter, 'Make my key');
    await world.settle();
    expectNothingMade();
    expect(erin.modalText()).toContain('Guests of this workspace cannot use Countersign.');
  });

  it('takes an approval back when its approver stops the request before the key is made', async () => {
    scene = await openScene();
    const { bea, erin, world } = scene;
    const id = await approved();
    await bea.press(cardOf(bea, id), 'Stop');
    await world.settle();
    expect(bea.hint(approvals).text).toContain('is cancelled. Nothing was sent.');
    expect(letterOf(erin, id).text).toContain('Stopped by Bea Lindqvist before anything was sent');
    expect(erin.buttons(letterOf(erin, id))).toEqual([]);
  });

  it('creates nothing for whoever never collects', async () => {
    scene = await openScene();
    const { erin, world } = scene;
    const id = await approved();
    await world.advance(dayMs + minuteMs);
    expect(await stateOf()).toBe('expired');
    expect(letterOf(erin, id).text).toContain('It was not collected in time. Nothing was made.');
    expect(changesSent(world)).toEqual([]);
  });

  it('expires what nobody decides, and refuses a late approval even before it has noticed', async () => {
    scene = await openScene();
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'in-between' });
    await openDecision(scene, bea, id);
    await unnoticed(dayMs);
    await bea.submit();
    expect(bea.modalText()).toContain('This has expired.');
    world.bot().scheduler.start();
    await world.advance(minuteMs);
    expect(letterOf(erin, id).text).toContain('Nobody decided in time. Nothing was sent.');
  });

  it.each([
    ['before', false],
    ['after', true],
  ])('refuses to send a preview that is older than half an hour, %s the bot has noticed', async (_, hasNoticed) => {
    scene = await openScene();
    const { erin, world } = scene;
    await erin.type('/openai keys issue search-dev --name old --for 1d --access read --reason "forgot about it"');
    await world.settle();
    await unnoticed(hourMs);
    if (hasNoticed) await world.bot().scheduler.run('expire-requests');
    await erin.submit();
    expect(erin.modalText()).toContain('This preview is too old to be sent.');
    await world.advance(minuteMs);
    expect(await stateOf()).toBe('expired');
  });
});

describe('a policy that changes while a request waits', () => {
  let scene: Scene;
  let policy = '';
  afterEach(() => scene.close());

  async function approvedUnder(text: string): Promise<Awaited<ReturnType<typeof askForKey>>> {
    policy = text;
    scene = await openScene({ policyText: () => policy });
    const id = await askForKey(scene, { name: 'new-policy' });
    await approve(scene, scene.bea, id);
    return id;
  }

  async function restartUnder(text: string): Promise<void> {
    policy = text;
    await scene.world.restart();
  }

  it('needs the second approval that it asks for now', async () => {
    const id = await approvedUnder(await unhurriedPolicy());
    await restartUnder(await policyWith('routine: { approvals: 1,', 'routine: { approvals: 2,'));
    const { erin, omar } = scene;
    await pressMakeMyKey(scene, erin, id);
    expect(erin.modalText()).toContain('The policy now asks for more approvals.');
    expect((await scene.newest()).state).toBe('pending');
    await erin.closeModal();
    await approve(scene, omar, id);
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
  });

  it('still needs the second approval that was asked for when the request was made', async () => {
    policy = await policyWith('routine: { approvals: 1,', 'routine: { approvals: 2,');
    scene = await openScene({ policyText: () => policy });
    const id = await askForKey(scene, { name: 'old-policy' });
    await restartUnder(await unhurriedPolicy());
    await approve(scene, scene.bea, id);
    expect(scene.bea.modalText()).toContain('It still needs 1 person from approvers.');
    expect((await scene.newest()).state).toBe('pending');
  });

  it('stops at once what it switches to plan-only, switches off, or denies', async () => {
    for (const [part, instead, sentence] of [
      ['live: on', 'live: plan-only', 'keys.issue is plan-only now'],
      ['live: on', 'live: off', 'The policy changed since'],
      ['lifetime_max: 90d', 'lifetime_max: 7d', 'The policy changed since'],
    ] as const) {
      const id = await approvedUnder(await unhurriedPolicy());
      await restartUnder(await policyWith(part, instead));
      await pressMakeMyKey(scene, scene.erin, id);
      expect(scene.erin.modalText()).toContain(sentence);
      expect((await scene.newest()).state).toBe('stale');
      expect(changesSent(scene.world)).toEqual([]);
      if (part !== 'lifetime_max: 90d') await scene.close();
    }
  });

  it('no longer counts an approver whom it has removed', async () => {
    const id = await approvedUnder(await unhurriedPolicy());
    await restartUnder(await policyWith('approvers: [bea, omar, sam]', 'approvers: [omar, sam]'));
    await pressMakeMyKey(scene, scene.erin, id);
    expect(scene.erin.modalText()).toContain('Bea Lindqvist’s approval no longer counts: they left approvers.');
    expect((await scene.newest()).state).toBe('pending');
  });
});

describe('approvers that a Slack user group names', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const byGroup = () => policyWith('approvers: [bea, omar, sam]', 'approvers: { slack_group: S0APPROVE1 }');

  it('count as long as they are in it when they decide', async () => {
    scene = await openScene({ policyText: await byGroup() });
    const { bea, omar, world } = scene;
    const id = await askForKey(scene, { name: 'by-group' });
    await world.slack.admin.setGroupMembers('S0APPROVE1', [omar.userId]);
    world.clock.advance(minuteMs);
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain('you are not among them');
    await approve(scene, omar, id);
    expect((await scene.newest()).state).toBe('waiting');
  });

  it('are nobody while Slack does not say who is in it', async () => {
    scene = await openScene({ policyText: await byGroup() });
    const { bea, world } = scene;
    const id = await askForKey(scene, { name: 'group-unread' });
    world.clock.advance(minuteMs);
    world.slack.failNext({ method: 'usergroups.users.list', fault: { kind: 'error', error: 'fatal_error' }, times: 5 });
    await openDecision(scene, bea, id);
    expect(bea.modal().submit).toBeNull();
    expect((await scene.newest()).state).toBe('pending');
  });
});
