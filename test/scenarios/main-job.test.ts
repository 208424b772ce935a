import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortRequestId } from '#domain/ids.ts';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import {
  accountsNamed,
  approve,
  askForKey,
  askToRevoke,
  cardOf,
  getKey,
  keyIn,
  keysOnBoard,
  letterOf,
  openDecision,
  pressMakeMyKey,
} from './key-story.ts';
import { approvals, auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe.each(['http', 'socket'] as const)('the main job over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ transport });
  });
  afterAll(() => scene.close());

  it('asks the approvers with one card that says who, why, what and what if it is wrong', async () => {
    const { bea } = scene;
    const id = await askForKey(scene, { name: 'first-card' });
    const card = cardOf(bea, id);
    expect(card.text).toMatch(
      /^Erin Vale wants: Issue an API key in search-dev\. first-card, 30 days, routine\. Needs 1 person/,
    );
    const lines = readMessage(card);
    for (const part of ['nightly evaluation', 'New key: first-card', 'Holds:', 'If this is wrong:', shortRequestId(id)])
      expect(lines).toContain(part);
    expect(bea.buttons(card)).toEqual(['Approve', 'Deny', 'Ask', 'Suggest less', 'Details', 'Cancel']);
    expect(keysOnBoard(scene.world, 'first-card')).toEqual([]);
  });

  it('does not let the requester approve alone, and says why, who can, and nothing else happens', async () => {
    const { erin } = scene;
    const id = await askForKey(scene, { name: 'alone' });
    await openDecision(scene, erin, id);
    expect(erin.modal().title).toBe('Not possible');
    expect(erin.modal().submit).toBeNull();
    expect(erin.modalText()).toContain('You asked for this, so somebody else has to approve it.');
    expect(erin.modalText()).toContain('Who can: Bea Lindqvist, Omar Haddad or Sam Okafor can.');
    expect((await scene.newest()).state).toBe('pending');
  });

  it('shows the key once to the person who asked, after another has approved', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'shown-once' });
    await openDecision(scene, bea, id);
    expect(bea.modal().title).toBe('Approve this?');
    expect(bea.modalText()).toContain('Create the key shown-once');
    await bea.submit({ Comment: 'fine for a month' });
    expect(bea.modalText()).toContain('Recorded: you approved it. Erin Vale can now collect the key.');
    await world.settle();
    expect(keysOnBoard(world, 'shown-once')).toEqual([]);
    expect(letterOf(erin, id).text).toMatch(/^Bea Lindqvist approved\. Your key is made when you press, until /);

    await pressMakeMyKey(scene, erin, id);
    const key = keyIn(erin.modal());
    expect(erin.modal().submit).toBeNull();
    expect(erin.modal().blocks.some((block) => block.type === 'input')).toBe(false);
    expect(erin.modalText()).toContain(`export OPENAI_API_KEY=${key}`);
    const [onBoard, ...others] = keysOnBoard(world, 'shown-once');
    expect(others).toEqual([]);
    const [start, end] = onBoard?.redacted.split('...') ?? [];
    expect(key?.startsWith(start ?? '?')).toBe(true);
    expect(key?.endsWith(end ?? '?')).toBe(true);
    await erin.closeModal();
    expect(erin.hasModal()).toBe(false);
  });

  it('makes the key with its end and a member role on an account of its own', async () => {
    const before = scene.world.clock.now();
    await getKey(scene, { name: 'with-an-end' });
    const [key] = keysOnBoard(scene.world, 'with-an-end');
    expect(key?.expiresAtMs).toBeGreaterThan(before + 30 * dayMs - 5_000);
    expect(key?.expiresAtMs).toBeLessThan(scene.world.clock.now() + 30 * dayMs);
    const accounts = await accountsNamed(scene.world, 'with-an-end');
    expect(accounts.map(({ role }) => role)).toEqual(['member']);
    expect(key?.owner).toBe(`service account:${accounts[0]?.name}`);
  });

  it('gives nothing to whoever presses again, and makes nothing', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'pressed-again' });
    await approve(scene, bea, id);
    const offer = letterOf(erin, id);
    const sent = world.openai.calls().length;
    await erin.press(offer, 'Make my key');
    await world.settle();
    await erin.closeModal();
    const made = world.openai.calls().length;
    expect(made).toBeGreaterThan(sent);
    // The button is gone from the message; who kept an old copy of it on a second device can still press.
    expect(erin.buttons(letterOf(erin, id))).toEqual(['Undo']);
    await expect(erin.press(offer, 'Make my key')).rejects.toThrow('element_not_found');
    await erin.openHome();
    await world.settle();
    expect(erin.homeText()).toContain('pressed-again');
    expect(erin.buttons(erin.home())).not.toContain('Make my key');
    expect(keysOnBoard(world, 'pressed-again')).toHaveLength(1);
  });

  it('keeps one card and one letter to the requester, updated in place and with nothing left to press but to undo it', async () => {
    const { erin, bea, world } = scene;
    const id = await askForKey(scene, { name: 'in-place' });
    const word = shortRequestId(id);
    const [asked, told] = [cardOf(bea, id), letterOf(erin, id)];
    await approve(scene, bea, id);
    expect(bea.buttons(cardOf(bea, id))).toEqual(['Stop']);
    await pressMakeMyKey(scene, erin, id);
    await world.settle();
    expect(bea.messages(approvals).filter((message) => readMessage(message).includes(word))).toHaveLength(1);
    expect(erin.letters().filter((message) => message.text.includes(word))).toHaveLength(1);
    const card = cardOf(bea, id);
    expect([card.ts, letterOf(erin, id).ts]).toEqual([asked.ts, told.ts]);
    expect(card.text).toMatch(/^Approved by Bea Lindqvist .* Done .* Collected by Erin Vale\./);
    expect(bea.buttons(card)).toEqual(['Undo']);
    expect(erin.buttons(letterOf(erin, id))).toEqual(['Undo']);
  });

  it('tells the story once in the audit channel, with its range, the head and the calls in the thread', async () => {
    const { sam, world } = scene;
    const { id } = await getKey(scene, { name: 'the-story' });
    const stories = sam.messages(auditChannel).filter((message) => message.text.includes(shortRequestId(id)));
    expect(stories).toHaveLength(1);
    const span = await world.bot().store.read.audit.spanOf(id);
    expect(stories[0]?.text).toContain(`Audit #${span?.first}–${span?.last} · ${span?.head.slice(0, 16)}…`);
    const thread = sam.thread(stories[0]!);
    expect(thread).toHaveLength(1);
    expect(thread[0]?.text.match(/· 200, applied · req_/g)).toHaveLength(3);
    expect(thread[0]?.text).toContain('POST /organization/projects/proj_AcmeSearchDev00000000000/service_accounts');
  });

  it('leaves a chain that verifies, with who asked, who decided, what was sent and who collected', async () => {
    const { world } = scene;
    const { id } = await getKey(scene, { name: 'in-the-chain' });
    expect((await verifyAudit(world.bot().store.read.audit)).ok).toBe(true);
    const entries = await world.bot().store.read.audit.entriesOf(id);
    const bodies = entries.map((entry) => JSON.parse(entry.body ?? '{}') as { kind: string; who: string });
    const told = bodies.map(({ kind, who }) => `${kind} ${who}`);
    expect(told).toContain(`request.made ${scene.erin.userId}`);
    expect(told).toContain(`request.decided ${scene.bea.userId}`);
    expect(told.filter((each) => each.startsWith('call.intended'))).toHaveLength(3);
    expect(told.filter((each) => each.startsWith('call.settled'))).toHaveLength(3);
    expect(told).toContain(`secret.collected ${scene.erin.userId}`);
  });

  it('revokes the key with a second person: the account is gone and the lease has ended', async () => {
    const { omar, priya, world } = scene;
    await getKey(scene, { name: 'short-lived' });
    const [account] = await accountsNamed(world, 'short-lived');
    await world.advance(3 * minuteMs);
    const id = await askToRevoke(scene, 'search-dev/short-lived', priya);
    expect(readMessage(cardOf(omar, id))).toContain('Revoke a key and its account in search-dev');
    await approve(scene, omar, id);
    expect((await scene.newest()).state).toBe('succeeded');
    expect(await accountsNamed(world, 'short-lived')).toEqual([]);
    expect(keysOnBoard(world, 'short-lived')).toEqual([]);
    const lease = await world.bot().store.read.leases.byAccount(account?.id ?? '');
    expect(lease?.endedAt).not.toBeNull();
    expect(cardOf(omar, id).text).toContain('Done, and read back from OpenAI.');
  });
});
