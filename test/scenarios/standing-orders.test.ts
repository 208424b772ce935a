import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { approve, askToRevoke, getKey, keysOnBoard, letterOf, pressMakeMyKey } from './key-story.ts';
import { auditChannel, type Player, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

/** Countersigned by two people, and in force. */
async function orders(scene: Scene, rule: string, flags: string): Promise<void> {
  const { bea, omar, sam, world } = scene;
  await sam.type(`/openai orders propose "${rule}" --for 30d --total 50 ${flags} --reason "so that nobody waits"`);
  await world.settle();
  await sam.submit();
  await world.settle();
  await sam.closeModal();
  const { id } = (await scene.newest()).terms;
  await approve(scene, bea, id);
  await approve(scene, omar, id);
  await world.advance(minuteMs);
}

async function wants(scene: Scene, by: Player, name: string) {
  while (by.hasModal()) await by.closeModal();
  await by.type(`/openai keys issue playground --name ${name} --for 7d --access requests --reason "the workshop"`);
  await scene.world.settle();
  const preview = by.modalText();
  await by.submit();
  await scene.world.settle();
  await by.closeModal();
  return { preview, record: await scene.newest() };
}

describe('a workshop', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('gets its keys at once, because two people countersigned that in advance', async () => {
    const { priya, sam, world } = scene;
    await orders(scene, 'A key in the playground', '--per-person 1');
    expect(readMessage(sam.find(auditChannel, 'Standing order O-1'))).toContain('is in force');

    await priya.closeModal().catch(() => undefined);
    await priya.type(
      '/openai keys issue playground --name workshop --for 7d --access requests --reason "the workshop"',
    );
    await world.settle();
    expect(priya.modalText()).toContain('Under standing order O-1');
    await priya.submit();
    await world.settle();
    const key = (await scene.newest()).terms.id;
    expect(await scene.newest()).toMatchObject({ state: 'waiting' });
    await priya.closeModal();
    await priya.press(letterOf(priya, key), 'Make my key');
    await world.settle();
    expect(await scene.newest()).toMatchObject({ state: 'succeeded' });
    expect(readMessage(sam.find(auditChannel, 'Under standing order O-1'))).toContain('Priya Raman');

    await sam.type('/openai orders show O-1');
    await world.settle();
    expect(readMessage(sam.hint())).toContain('1 of 50');
    await sam.type('/openai orders end O-1 --reason "the workshop is over"');
    await world.settle();
    expect(readMessage(sam.find(auditChannel, 'ended standing order O-1'))).toContain('the workshop is over');
  });
});

describe('a standing order for projects with a small hard limit', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
    await orders(scene, 'A key in the playground', '--per-person 1 --per-person-within 30d --at-most 5 --within 7d');
  });
  afterAll(() => scene.close());

  const raise = async (cents: number) => {
    const act = scene.world.openai.backdoor.asAdmin('key_AcmeAdminTerraform000000');
    const body = { threshold_amount: cents, currency: 'USD', interval: 'month' };
    const answer = await act('POST', '/organization/projects/proj_AcmePlayground0000000000/spend_limit', body);
    expect(answer.status).toBe(200);
    await scene.world.advance(2 * minuteMs);
  };

  it('says its caps where it is announced', () => {
    const told = readMessage(scene.sam.find(auditChannel, 'Standing order O-1'));
    expect(told).toContain('50 in all, 1 a person within 30 days, 5 in all within 7 days');
  });

  it('covers a key while the limit is what it says', async () => {
    const { preview, record } = await wants(scene, scene.priya, 'covered');
    expect(preview).toContain('Under standing order O-1');
    expect(record.state).toBe('waiting');
  });

  it('covers it no more once the limit was raised past the bot, not even what was sent before', async () => {
    const { erin, priya, world } = scene;
    const sent = await scene.newest();
    await raise(20_001);
    await pressMakeMyKey(scene, priya, sent.terms.id);
    expect(keysOnBoard(world, 'covered')).toEqual([]);
    expect(await scene.newest()).toMatchObject({
      state: 'stale',
      outcome: expect.stringContaining('standing order O-1') as string,
    });
    const { preview, record } = await wants(scene, erin, 'dearer');
    expect(preview).not.toContain('standing order');
    expect(record.state).toBe('pending');
  });
});

describe('owners who may stop their own', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  it('stop a key of theirs at once, and nobody else’s', async () => {
    const { erin, priya, bea, world } = scene;
    await getKey(scene, { name: 'mine' });
    await orders(scene, 'Owners may stop their own', '--per-person 20');
    expect(keysOnBoard(world, 'mine')).toHaveLength(1);

    await askToRevoke(scene, 'mine', priya);
    expect(await scene.newest()).toMatchObject({ state: 'pending', terms: { warrant: { by: 'quorum' } } });
    expect(keysOnBoard(world, 'mine')).toHaveLength(1);

    await askToRevoke(scene, 'mine', erin);
    await world.advance(minuteMs);
    expect(await scene.newest()).toMatchObject({ state: 'succeeded', terms: { warrant: { by: 'standing-order' } } });
    expect(keysOnBoard(world, 'mine')).toEqual([]);
    const told = readMessage(bea.find(auditChannel, 'Under standing order O-1'));
    expect(told).toContain('Erin Vale');
    expect(told).toContain('Owners may stop their own');
  });
});
