import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { type RequestId, shortRequestId, slackUserId } from '#domain/ids.ts';
import { approve, askToRevoke, cardOf, deny, getKey, letterOf } from './key-story.ts';
import { type Player, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

/** What leads on from a request that has ended, pressed as people press it. */

describe('a request that has ended', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.close());

  /** Asks with this command and gets it approved by Bea. */
  async function done(by: Player, command: string): Promise<RequestId> {
    await by.type(`/openai ${command} --reason "evaluation"`);
    await scene.world.settle();
    await by.submit();
    await scene.world.settle();
    await by.closeModal();
    const { id } = (await scene.newest()).terms;
    await approve(scene, scene.bea, id);
    if ((await stateOf(id)) === 'pending') await approve(scene, scene.omar, id);
    return id;
  }

  const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;

  /** Presses, says why, and comes to the preview or the refusal. */
  const pressOn = async (by: Player, id: RequestId, label: string): Promise<void> => {
    await by.press(letterOf(by, id), label);
    await scene.world.settle();
    await by.submit({ Why: 'it was wrong' });
    await scene.world.settle();
  };

  it('F2 · is undone by a request of its own, which its button prepares and somebody else approves', async () => {
    const { sam } = scene;
    const id = await done(sam, 'spend-alerts create search-dev --amount $300 --recipients erin@acme.example');
    expect(sam.buttons(letterOf(sam, id))).toEqual(['Undo']);
    expect(sam.buttons(cardOf(scene.bea, id))).toEqual(['Undo']);
    await pressOn(sam, id, 'Undo');
    expect(sam.modalText()).toMatch(/alert/i);
    expect(sam.modalText()).toContain('$300');
    await sam.submit();
    await scene.world.settle();
    await sam.closeModal();
    const undoing = (await scene.newest()).terms.id;
    expect(readMessage(cardOf(scene.bea, undoing))).toContain(`undoes ${shortRequestId(id)}`);
    expect(readMessage(letterOf(sam, id))).toContain(`Asked to be undone by ${shortRequestId(undoing)}.`);
    expect(sam.buttons(letterOf(sam, id))).toEqual([]);
    await approve(scene, scene.bea, undoing);
    expect(readMessage(cardOf(scene.bea, id))).toContain(`Undone by ${shortRequestId(undoing)}.`);
  });

  it('can be undone after somebody has refused that once', async () => {
    const { sam } = scene;
    const id = await done(sam, 'spend-alerts create search-dev --amount $301 --recipients erin@acme.example');
    await pressOn(sam, id, 'Undo');
    await sam.submit();
    await scene.world.settle();
    await sam.closeModal();
    await deny(scene, scene.bea, (await scene.newest()).terms.id);
    expect(sam.buttons(letterOf(sam, id))).toEqual(['Undo']);
  });

  it('that was done in part is continued with what is missing of it', async () => {
    const { sam, world } = scene;
    const limit = '/organization/projects/*/spend_limit';
    world.openai.failNext({ method: 'POST', pathPattern: limit, fault: 'drop_before', times: 1 });
    const id = await done(sam, 'projects configure search-dev --only-models gpt-6-astra --hard-limit $777');
    for (let minutes = 0; minutes < 5; minutes += 1) await world.advance(minuteMs);
    expect(await stateOf(id)).toBe('partial');
    expect(readMessage(letterOf(sam, id))).toMatch(
      /Happened: Allow only gpt-6-astra in search-dev\. Left: Set the hard limit/,
    );
    expect(sam.buttons(letterOf(sam, id))).toEqual(['Continue', 'Undo what happened']);
    await pressOn(sam, id, 'Continue');
    expect(sam.modalText()).toContain('$777');
    expect(sam.modalText()).not.toContain('gpt-6-astra');
    await sam.closeModal();
  });

  it('that made a project but not all of it is continued on that project', async () => {
    const { sam, world } = scene;
    const limit = '/organization/projects/*/spend_limit';
    world.openai.failNext({ method: 'POST', pathPattern: limit, fault: 'drop_before', times: 1 });
    const id = await done(sam, 'projects open search-eval --members erin@acme.example --hard-limit $250');
    for (let minutes = 0; minutes < 5; minutes += 1) await world.advance(minuteMs);
    expect(await stateOf(id)).toBe('partial');
    await pressOn(sam, id, 'Continue');
    expect(sam.modalText()).toContain('Complete search-eval');
    await sam.submit();
    await world.settle();
    await sam.closeModal();
    const { terms } = await scene.newest();
    expect(terms.follows).toEqual({ as: 'continues', request: id });
    await approve(scene, scene.bea, terms.id);
    if ((await stateOf(terms.id)) === 'pending') await approve(scene, scene.omar, terms.id);
    expect(await stateOf(terms.id)).toBe('succeeded');
    const { projects } = world.openai.board();
    expect(projects.filter(({ name }) => name === 'search-eval')).toHaveLength(1);
  });

  it('leads to a new key where a revocation broke something, for a day', async () => {
    const { erin, world } = scene;
    const { key } = await getKey(scene, { name: 'nightly-eval' });
    expect(key).not.toBe('');
    const id = await askToRevoke(scene, 'nightly-eval');
    await approve(scene, scene.bea, id);
    expect(readMessage(letterOf(erin, id))).toContain('Done');
    await pressOn(erin, id, 'This broke something: replace');
    expect(erin.modalText()).toContain('nightly-eval');
    await erin.closeModal();
    const offer = ['This broke something: replace'];
    for (const message of [letterOf(erin, id), cardOf(scene.bea, id)]) expect(erin.buttons(message)).toEqual(offer);
    await world.advance(dayMs + 1);
    for (const message of [letterOf(erin, id), cardOf(scene.bea, id)]) expect(erin.buttons(message)).toEqual([]);
  });

  it('is told to the owner of the key when somebody else asked, with the way to a new one', async () => {
    const { erin, sam, world } = scene;
    await getKey(scene, { name: 'ranker-trial' });
    const id = await askToRevoke(scene, 'ranker-trial', sam);
    await approve(scene, scene.bea, id);
    expect(readMessage(letterOf(erin, id))).toMatch(
      /Your key ranker-trial in search-dev was revoked.*no longer needed/s,
    );
    await pressOn(erin, id, 'This broke something: replace');
    expect(erin.modalText()).toContain('ranker-trial');
    await erin.submit();
    await world.settle();
    const { terms } = await scene.newest();
    expect(terms.plan.title).toBe('Issue an API key in search-dev');
    await erin.closeModal();
    expect(readMessage(cardOf(scene.bea, terms.id))).toContain(`urgent · replaces ${shortRequestId(id)}`);
    const desk = await world.bot().useCases.desk({
      caller: { slackId: slackUserId(scene.bea.userId), teamId: null, via: 'home', deliveryKey: null },
    });
    expect(desk.kind === 'desk' && desk.waitingForMe[0]?.record.terms.id).toBe(terms.id);
  });
});
