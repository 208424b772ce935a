import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { secondMs } from '#domain/instant.ts';
import {
  accountsNamed,
  approve,
  askForKey,
  cardOf,
  changesSent,
  keyIn,
  letterOf,
  openDecision,
  pressMakeMyKey,
} from './key-story.ts';
import { approvals, auditChannel } from './player.ts';
import { openScene, roomyPolicy, type Scene } from './scene.ts';

describe('Slack while a request goes its way', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ policyText: await roomyPolicy() });
  });
  afterEach(async () => {
    scene.world.openai.behaviour.rateLimit = null;
    for (const player of [scene.erin, scene.bea]) while (player.hasModal()) await player.closeModal();
  });
  afterAll(() => scene.close());

  const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;
  const down = { kind: 'status', status: 500 } as const;

  async function approved(name: string): Promise<RequestId> {
    const id = await askForKey(scene, { name });
    await approve(scene, scene.bea, id);
    return id;
  }

  it.each([
    ['was closed', { kind: 'error', error: 'not_found' }],
    ['is refused', { kind: 'error', error: 'invalid_arguments' }],
    ['meets a server error', down],
    ['meets a rate limit', { kind: 'rate-limited', retryAfterSeconds: 30 }],
    ['takes the key, but the answer is lost', { kind: 'answer-lost' }],
  ] as const)('takes the key back when its window %s, and lets the person make it again', async (how, fault) => {
    const { erin, world } = scene;
    const name = how.replaceAll(/[^a-z]+/g, '-');
    const id = await approved(name);
    world.slack.failNext({ method: 'views.update', fault });
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).toBeNull();
    expect(erin.modalText()).toContain('The key could not be shown, so it was taken back. Nothing is left behind');
    expect(await accountsNamed(world, name)).toEqual([]);
    expect(await stateOf(id)).toBe('waiting');
    await erin.closeModal();
    await pressMakeMyKey(scene, erin, id);
    expect(keyIn(erin.modal())).not.toBeNull();
    expect(await accountsNamed(world, name)).toHaveLength(1);
    const entries = await world.bot().store.read.audit.entriesOf(id);
    expect(entries.filter(({ body }) => body?.includes('"kind":"secret.lost"'))).toHaveLength(1);
    expect(entries.filter(({ body }) => body?.includes('"kind":"lease.ended"'))).toHaveLength(1);
  });

  it('takes the key back when the person closes the window before it is there', async () => {
    const { erin, world } = scene;
    const id = await approved('closed-early');
    // OpenAI keeps the bot waiting for a moment, and the person is impatient.
    world.openai.behaviour.rateLimit = { callsPerMinute: 300, burst: 1 };
    const admin = world.openai.backdoor.asAdmin();
    await admin('POST', '/organization/projects/proj_AcmeSearchDev00000000000/service_accounts', {});
    await erin.press(letterOf(erin, id), 'Make my key');
    await vi.waitUntil(() => erin.hasModal(), { interval: 2 });
    await erin.closeModal();
    await world.settle();
    expect(await stateOf(id)).toBe('waiting');
    expect(await accountsNamed(world, 'closed-early')).toEqual([]);
    expect(letterOf(erin, id).text).toContain('Your key is made when you press');
  });

  it('makes nothing when no window can be opened to show it in', async () => {
    const { erin, world } = scene;
    const id = await approved('no-window');
    const sent = changesSent(world).length;
    world.slack.failNext({ method: 'views.open', fault: { kind: 'error', error: 'expired_trigger_id' } });
    await pressMakeMyKey(scene, erin, id);
    expect(erin.hasModal()).toBe(false);
    expect(erin.hint(letterOf(erin, id).channelId).text).toContain('Nothing was done; press again.');
    expect(changesSent(world)).toHaveLength(sent);
    expect(await stateOf(id)).toBe('waiting');
  });

  it('makes nothing while Slack cannot say whether the requester is still a member, and refuses an approval likewise', async () => {
    const { bea, erin, world } = scene;
    const waiting = await approved('who-is-it');
    const sent = changesSent(world).length;
    world.slack.failNext({ method: 'users.info', fault: down });
    await pressMakeMyKey(scene, erin, waiting);
    expect(erin.modalText()).toContain(
      'Slack could not be asked whether this account is a full member, so the answer is no.',
    );
    expect([await stateOf(waiting), changesSent(world).length]).toEqual(['waiting', sent]);
    await erin.closeModal();
    const pending = await askForKey(scene, { name: 'who-approves' });
    world.slack.failNext({ method: 'users.info', fault: down });
    await openDecision(scene, bea, pending);
    expect(bea.modal().submit).toBeNull();
    expect(bea.modalText()).toContain('so the answer is no.');
    expect(await stateOf(pending)).toBe('pending');
  });

  it.each([
    ['a server error', down],
    ['a rate limit', { kind: 'rate-limited', retryAfterSeconds: 30 }],
    ['an error that passes', { kind: 'error', error: 'fatal_error' }],
  ] as const)('tells the approvers later when the card meets %s, and as it stands then', async (_, fault) => {
    const { bea, erin, world } = scene;
    const cards = bea.messages(approvals).length;
    world.slack.failNext({ method: 'chat.postMessage', fault, times: 2 });
    await erin.type('/openai keys issue search-dev --name told-later --for 1d --access read --reason "a bad moment"');
    await world.bot().slack.idle();
    await erin.submit();
    await world.bot().scheduler.run('deliver-outbox');
    expect(bea.messages(approvals)).toHaveLength(cards);
    for (let wait = 0; wait < 4; wait += 1) await world.advance(35 * secondMs);
    expect(bea.messages(approvals)).toHaveLength(cards + 1);
    const { id } = (await scene.newest()).terms;
    expect(bea.buttons(cardOf(bea, id))).toContain('Approve');
    expect(letterOf(erin, id).text).toContain('Needs 1 person');
    await erin.press(letterOf(erin, id), 'Cancel');
    await world.settle();
  });

  it('tells the audit channel once, later, when its story meets errors, with the thread under it', async () => {
    const { erin, sam, world } = scene;
    const id = await approved('told-once');
    world.slack.failNext({ method: 'chat.postMessage', fault: down, times: 3 });
    await erin.press(letterOf(erin, id), 'Make my key');
    for (let wait = 0; wait < 4; wait += 1) await world.advance(20 * secondMs);
    const stories = sam.messages(auditChannel).filter(({ text }) => text.includes(`R-${id.slice(-8)}`));
    expect(stories).toHaveLength(1);
    expect(sam.thread(stories[0]!)).toHaveLength(1);
  });

  it('B5 · posts a new card when the old one was deleted, and the old one’s buttons are dead', async () => {
    const { bea, world } = scene;
    const id = await askForKey(scene, { name: 'card-deleted' });
    const old = cardOf(bea, id);
    world.slack.failNext({ method: 'chat.update', fault: { kind: 'error', error: 'message_not_found' } });
    await approve(scene, bea, id);
    const fresh = cardOf(bea, id);
    expect(fresh.ts).not.toBe(old.ts);
    expect(bea.buttons(fresh)).toEqual(['Stop']);
    await bea.press(old, 'Deny');
    await world.settle();
    expect(bea.hint(approvals).text).toContain('This message is no longer the one that counts.');
    expect(await stateOf(id)).toBe('waiting');
  });
});
