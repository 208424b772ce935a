import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import type { Fault } from '#sandbox/openai/http/fault-script.ts';
import { approve, askToRevoke, cardOf, keysOnBoard, letterOf, openDecision } from './key-story.ts';
import { auditChannel, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

describe('revoking a key', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ openaiTimeouts: { totalMs: 1000 } });
    scene.world.openai.behaviour.rateLimit = null;
    for (const project of ['search-dev', 'playground', 'data-science', 'search-prod', 'support-bot', 'billing-prod'])
      await scene.erin.type(`/openai keys list ${project}`);
    await scene.world.settle();
  });
  afterAll(() => scene.close());

  const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;
  const deletions = () => scene.world.openai.calls().filter(({ method }) => method === 'DELETE').length;

  it('shows owner, project, age and last use before anybody decides', async () => {
    const { bea } = scene;
    const id = await askToRevoke(scene, '"dana scratch"');
    for (const part of ['dana@acme.example', 'search-dev', 'created ', 'last used', 'it cannot be undone'])
      expect(readMessage(cardOf(bea, id))).toContain(part);
    await openDecision(scene, bea, id);
    expect(bea.modalText()).toContain('Delete the key dana scratch');
    await bea.submit();
    await scene.world.settle();
    expect(await stateOf(id)).toBe('succeeded');
    expect(keysOnBoard(scene.world, 'dana scratch')).toEqual([]);
  });

  // The answers that are lost after the call was carried out, and those of calls that never were.
  const happened: readonly (readonly [Fault, string])[] = [
    ['drop_after', 'erin local'],
    ['truncate', 'erin old laptop'],
    ['hang', 'jonas notebook'],
    ['not_json', 'hello world'],
  ];
  it.each(happened)(
    'finds out by reading back that it happened when the answer meets %s, and sends it once',
    async (fault, key) => {
      const { bea, sam, world } = scene;
      const before = deletions();
      const id = await askToRevoke(scene, `"${key}"`);
      world.openai.failNext({ method: 'DELETE', pathPattern: '/organization/projects/*/api_keys/*', fault });
      await approve(scene, bea, id);
      expect(['succeeded', 'unknown']).toContain(await stateOf(id));
      await world.advance(minuteMs);
      expect(await stateOf(id)).toBe('succeeded');
      expect(cardOf(bea, id).text).toContain('the answer was lost, and reading OpenAI back shows that it happened.');
      expect(deletions()).toBe(before + 1);
      expect(keysOnBoard(world, key)).toEqual([]);
      expect(sam.messages(auditChannel).filter(({ text }) => text.includes(`R-${id.slice(-8)}`))).toHaveLength(1);
    },
  );

  const never: readonly (readonly [Fault, string])[] = [
    ['drop_before', 'demo for all-hands'],
    ['status_500', 'arjun notebooks'],
    ['status_503', 'lena forecast'],
  ];
  it.each(never)(
    'says after a minute and a half that it did not happen when the call meets %s, and never sends it again',
    async (fault, key) => {
      const { bea, world } = scene;
      const before = deletions();
      const id = await askToRevoke(scene, `"${key}"`);
      world.openai.failNext({ method: 'DELETE', pathPattern: '/organization/projects/*/api_keys/*', fault });
      await approve(scene, bea, id);
      expect(await stateOf(id)).toBe('unknown');
      expect(cardOf(bea, id).text).toContain('An answer was lost. Finding out whether it happened.');
      await world.advance(minuteMs);
      await world.advance(minuteMs);
      expect(await stateOf(id)).toBe('failed');
      expect(cardOf(bea, id).text).toContain('reading OpenAI back shows that it did not happen.');
      expect(deletions()).toBe(before + 1);
      expect(keysOnBoard(world, key)).toHaveLength(1);
    },
  );

  it('offers the account as a request of its own where OpenAI refuses to delete its key alone', async () => {
    const { bea, erin, world } = scene;
    world.openai.behaviour.serviceAccountKeyDeletion = 'refused';
    const id = await askToRevoke(scene, 'labeller', erin);
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('failed');
    expect(letterOf(erin, id).text).toContain('Delete the service account instead.');
    await erin.press(letterOf(erin, id), 'Ask to delete its account');
    await world.settle();
    expect(erin.modal().title).toBe('Revoke an API key');
    await erin.submit({ Why: 'the key alone cannot be deleted' });
    expect(erin.modalText()).toContain('Revoke a key and its account in data-science');
    expect(erin.modalText()).toContain('Ends 1 other key too: labeller trial.');
    await erin.submit();
    await world.settle();
    const next = (await scene.newest()).terms.id;
    await approve(scene, bea, next);
    expect(await stateOf(next)).toBe('succeeded');
    expect(keysOnBoard(world, 'labeller')).toEqual([]);
    world.openai.behaviour.serviceAccountKeyDeletion = 'allowed';
  });

  it('still revokes a key that was used between the approval’s evidence and the call', async () => {
    const { bea, world } = scene;
    const id = await askToRevoke(scene, '"mei prompting"');
    const [key] = keysOnBoard(world, 'mei prompting');
    world.openai.useKey(key?.id ?? '', world.clock.now());
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('succeeded');
  });

  it('stops when somebody else was faster, and says what is different', async () => {
    const { bea, world } = scene;
    const id = await askToRevoke(scene, 'spare');
    const before = deletions();
    world.openai.backdoor.deleteKey(keysOnBoard(world, 'spare')[0]?.id ?? '');
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('stale');
    expect(cardOf(bea, id).text).toContain('does not exist any more');
    expect(deletions()).toBe(before);
  });

  it('asks for the target’s name before anything in production is sent to the approvers', async () => {
    const { bea, erin, world } = scene;
    await erin.type('/openai keys revoke "ranker 2026-03" --reason "rotated long ago"');
    await world.settle();
    expect(erin.modalText()).toContain('Type ranker 2026-03 to confirm');
    expect((await erin.trySubmit()).ok).toBe(false);
    for (const wrong of ['ranker', 'Ranker 2026-03', 'ranker 2026-09']) {
      await erin.submit({ 'Type ranker 2026-03 to confirm': wrong });
      expect(erin.modalText()).toContain('Type the name exactly as it stands above.');
      expect((await scene.newest()).state).toBe('draft');
    }
    await erin.submit({ 'Type ranker 2026-03 to confirm': 'ranker 2026-03' });
    await world.settle();
    const { id } = (await scene.newest()).terms;
    expect(readMessage(cardOf(bea, id))).toContain('production');
    await approve(scene, bea, id);
    expect(keysOnBoard(world, 'ranker 2026-03')).toEqual([]);
  });
});
