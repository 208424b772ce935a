import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { accountsNamed, approve, askForKey, askToRevoke, getKey, keysOnBoard, pressMakeMyKey } from './key-story.ts';
import { alerts, auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const searchProd = 'proj_AcmeSearchProd0000000000';
const terraform = 'key_AcmeAdminTerraform000000';
// The watch waits two minutes for the bot's own record of a call before it calls an event strange.
const grace = 3 * minuteMs;

describe('what happens behind the bot’s back', () => {
  let scene: Scene;
  const alertTexts = () => scene.sam.messages(alerts).map(readMessage);
  beforeEach(async () => {
    scene = await openScene();
    // The first round of the watch only learns where the log stands.
    await scene.world.advance(minuteMs);
  });
  afterEach(() => scene.close());

  it('raises exactly one critical alert when the bot’s own key is used outside the bot, however often the watch looks', async () => {
    const { world } = scene;
    const admin = world.openai.backdoor.asAdmin();
    await admin('POST', `/organization/projects/${searchProd}/service_accounts`, {
      name: 'nobody-asked',
      create_service_account_only: true,
    });
    await world.advance(minuteMs);
    expect(alertTexts()).toEqual([]);
    await world.advance(grace);
    expect(alertTexts()).toHaveLength(1);
    expect(alertTexts()[0]).toContain('critical');
    expect(alertTexts()[0]).toContain('service_account.created');
    expect(alertTexts()[0]).toContain('by the bot’s admin key, without a request');
    for (let round = 0; round < 4; round += 1) await world.advance(20 * minuteMs);
    expect(alertTexts()).toHaveLength(1);
  });

  it('notices an admin key that was made with the bot’s own key, which only the tenant’s part of the log shows', async () => {
    const { world } = scene;
    const admin = world.openai.backdoor.asAdmin();
    await admin('POST', '/organization/admin_api_keys', { name: 'stranger' });
    await world.advance(minuteMs);
    await world.advance(grace);
    expect(alertTexts()).toHaveLength(1);
    expect(alertTexts()[0]).toContain('Tenant admin API key created');
  });

  it('writes the finding into the audit chain', async () => {
    const { world } = scene;
    world.openai.backdoor.deleteKey('key_AcmeKwameDebug0000000000');
    await world.advance(grace);
    const entries = await world.bot().store.read.audit.range(1, 500);
    const raised = entries.filter(({ body }) => body?.includes('finding.raised'));
    expect(raised).toHaveLength(1);
    expect(raised[0]?.body).toContain('access.unmatched-effect');
  });

  it('says nothing about what was approved: keys issued, taken back, revoked, and their accounts', async () => {
    const { bea, erin, world } = scene;
    await getKey(scene, { name: 'approved-one' });
    const lost = await askForKey(scene, { name: 'not-shown' });
    await approve(scene, bea, lost);
    // The key is made, and then its modal does not take it.
    world.slack.failNext({ method: 'views.update', fault: { kind: 'error', error: 'not_found' } });
    await pressMakeMyKey(scene, erin, lost);
    expect(erin.modalText()).toContain('Nothing is left behind');
    expect(await accountsNamed(world, 'not-shown')).toEqual([]);
    await world.advance(grace);
    const revoked = await askToRevoke(scene, 'search-dev/approved-one', erin);
    await approve(scene, bea, revoked);
    const own = await askToRevoke(scene, '"search-dev/jonas notebook"', erin);
    await approve(scene, bea, own);
    expect(keysOnBoard(world, 'jonas notebook')).toEqual([]);
    for (let round = 0; round < 4; round += 1) await world.advance(20 * minuteMs);
    expect(alertTexts()).toEqual([]);
  });

  it.each([
    ['the account', '/organization/projects/*/service_accounts'],
    ['the key', '/organization/projects/*/service_accounts/*/api_keys'],
  ])('says nothing about what it took back itself after the answer about %s was lost', async (_, pathPattern) => {
    const { bea, erin, world } = scene;
    const id = await askForKey(scene, { name: 'answer-lost' });
    await approve(scene, bea, id);
    world.openai.failNext({ method: 'POST', pathPattern, fault: 'drop_after' });
    await pressMakeMyKey(scene, erin, id);
    for (let round = 0; round < 6; round += 1) await world.advance(minuteMs);
    expect(await accountsNamed(world, 'answer-lost')).toEqual([]);
    for (let round = 0; round < 3; round += 1) await world.advance(20 * minuteMs);
    expect(alertTexts()).toEqual([]);
  });

  it('says nothing about what somebody else’s admin key does now and then', async () => {
    const { world } = scene;
    world.openai.backdoor.createServiceAccountKey({
      projectId: searchProd,
      name: 'from-terraform',
      adminKeyId: terraform,
    });
    await world.advance(grace);
    await world.advance(hourMs);
    expect(alertTexts()).toEqual([]);
  });

  it('reports the creation of many keys by one actor within an hour, once', async () => {
    const { world } = scene;
    for (let number = 1; number <= 6; number += 1)
      world.openai.backdoor.createServiceAccountKey({
        projectId: searchProd,
        name: `many-${number}`,
        adminKeyId: terraform,
      });
    await world.advance(grace);
    await world.advance(10 * minuteMs);
    expect(alertTexts()).toHaveLength(1);
    expect(alertTexts()[0]).toMatch(/keys\.mass-creation/);
    expect(alertTexts()[0]).toContain('created 6 API keys');
  });

  it('reports frequent revocations by one actor, once', async () => {
    const { world } = scene;
    const keys =
      world.openai
        .board()
        .projects.find(({ name }) => name === 'search-dev')
        ?.keys.slice(0, 5) ?? [];
    expect(keys).toHaveLength(5);
    for (const key of keys) world.openai.backdoor.deleteKey(key.id, terraform);
    await world.advance(grace);
    await world.advance(10 * minuteMs);
    expect(alertTexts()).toHaveLength(1);
    expect(alertTexts()[0]).toMatch(/keys\.frequent-revocations/);
  });

  it('still knows after a restart what it has told, and what it has not', async () => {
    const { world } = scene;
    world.openai.backdoor.deleteKey('key_AcmeKwameDebug0000000000');
    await world.advance(grace);
    expect(alertTexts()).toHaveLength(1);
    await world.restart();
    await world.advance(minuteMs);
    world.openai.backdoor.deleteKey('key_AcmeNoorHello00000000000');
    await world.restart();
    await world.advance(grace);
    await world.advance(grace);
    expect(alertTexts()).toHaveLength(2);
  });

  it('tells only the alerts channel, not those who read the audit', async () => {
    const { sam, world } = scene;
    world.openai.backdoor.deleteKey('key_AcmeKwameDebug0000000000');
    await world.advance(grace);
    expect(sam.messages(auditChannel)).toEqual([]);
  });
});
