import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, cardOf } from './key-story.ts';
import { general, type Player, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

const told = 'For your information';

describe('a rule that says whom to notify', () => {
  let scene: Scene;
  beforeAll(async () => {
    const policyText = await policyWith(
      'bounds: { lifetime_max: 90d }',
      `bounds: { lifetime_max: 90d }\n    notify: [security, priya, erin, ${general}]`,
    );
    scene = await openScene({ policyText });
  });
  afterAll(() => scene.close());

  const letters = (player: Player): number =>
    player.letters().filter((letter) => readMessage(letter).includes(told)).length;
  const posts = (): number =>
    scene.bea.messages(general).filter((message) => readMessage(message).includes(told)).length;

  it('says so in the preview and on the card, before and while people decide', async () => {
    const { erin, bea, world } = scene;
    await erin.type('/openai keys issue search-dev --name told --for 30d --access requests --reason "a try"');
    await world.settle();
    expect(erin.modalText()).toMatch(/also told: security ?, priya ?, erin ?, #C0GENERAL1/);
    await erin.submit();
    await world.settle();
    await erin.closeModal();
    const { id } = (await scene.newest()).terms;
    expect(readMessage(cardOf(bea, id))).toMatch(/also told: security ?, priya ?, erin ?, #C0GENERAL1/);
  });

  it('tells each of them once, people in their own conversation, and not whoever asks', async () => {
    const { bea, sam, priya, erin } = scene;
    const letter = priya
      .letters()
      .map(readMessage)
      .find((text) => text.includes(told));
    expect(letter).toContain('Erin Vale asks: ');
    expect(letter).toContain('Why: a try');
    expect(letter).toContain('It needs 1 person from approvers.');
    expect([sam, priya, erin, bea].map(letters)).toEqual([1, 1, 0, 0]);
    expect(posts()).toBe(1);
    await approve(scene, bea, (await scene.newest()).terms.id);
    await scene.world.advance(86_400_000);
    expect([sam, priya].map(letters)).toEqual([1, 1]);
    expect(posts()).toBe(1);
  });

  it('writes down who was told', async () => {
    const { audit } = scene.world.bot().store.read;
    const bodies = (await audit.range(1, 200)).map(
      ({ body }) => JSON.parse(body ?? '{}') as { kind: string; what: object },
    );
    expect(bodies.filter(({ kind }) => kind === 'others.told').map(({ what }) => what)).toEqual([
      { people: [scene.priya.userId, scene.sam.userId], channels: [general], unread: [] },
    ]);
  });
});
