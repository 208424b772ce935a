import { afterEach, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { approve, askForKey, cardOf, letterOf, openDecision, pressMakeMyKey } from './key-story.ts';
import { type Player, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

const keyRule = 'bounds: { lifetime_max: 90d }';

let scene: Scene;
afterEach(() => scene.close());

const open = async (more: string, also: (text: string) => string = (text) => text): Promise<void> => {
  scene = await openScene({ policyText: also(await policyWith(keyRule, `${keyRule}\n    ${more}`)) });
};

const stateOf = async (id: RequestId) => (await scene.world.bot().store.read.requests.find(id))?.state;

/** Presses Approve and says what the bot answered. */
async function triesToApprove(by: Player, id: RequestId): Promise<string> {
  await openDecision(scene, by, id);
  const text = by.modalText();
  if (by.modal().title.startsWith('Approve')) {
    await by.submit();
    await scene.world.settle();
  }
  const answer = by.hasModal() ? by.modalText() : text;
  while (by.hasModal()) await by.closeModal();
  return answer;
}

describe('approvals in order', () => {
  it('refuse whoever comes out of turn, and are met by the same people in turn', async () => {
    await open('approvals: [{ count: 1, from: security }, { count: 1, from: approvers }]\n    in_order: true');
    const { bea, sam } = scene;
    const id = await askForKey(scene);
    expect(readMessage(cardOf(bea, id))).toContain('1 person from security');
    await triesToApprove(bea, id);
    expect(await scene.world.bot().store.read.requests.decisions(id)).toEqual([]);
    await approve(scene, sam, id);
    expect(await stateOf(id)).toBe('pending');
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('approvals of different units', () => {
  const units = (text: string): string =>
    text
      .replace('openai: erin@acme.example', 'openai: erin@acme.example, unit: search')
      .replace('openai: bea@acme.example', 'openai: bea@acme.example, unit: search')
      .replace('openai: omar@acme.example', 'openai: omar@acme.example, unit: payments');

  it('A12 · take nobody of the requester’s unit and nobody without one, and then somebody of another', async () => {
    await open('different_unit: true', units);
    const { bea, omar, sam } = scene;
    const id = await askForKey(scene);
    for (const by of [bea, sam]) {
      expect(await triesToApprove(by, id)).toContain('cannot approve');
      expect(await stateOf(id)).toBe('pending');
    }
    await approve(scene, omar, id);
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('approvals by owners of the project', () => {
  it('A7 · take whoever owns it at OpenAI by now, and not whoever only is an approver', async () => {
    await open('from: project-owners');
    const { bea, omar, world } = scene;
    const id = await askForKey(scene);
    // At OpenAI Bea owns search-dev, and Omar is not in it.
    expect(await triesToApprove(omar, id)).toContain('cannot approve');
    expect(await stateOf(id)).toBe('pending');
    const act = world.openai.backdoor.asAdmin('key_AcmeAdminTerraform000000');
    const member = '/organization/projects/proj_AcmeSearchDev00000000000/users/user-AcmeBeaLindqvist00000000';
    expect((await act('POST', member, { role: 'member' })).status).toBe(200);
    await world.advance(20 * 60_000);
    expect(await triesToApprove(bea, id)).toContain('cannot approve');
    expect(await stateOf(id)).toBe('pending');
    expect((await act('POST', member, { role: 'owner' })).status).toBe(200);
    await world.advance(20 * 60_000);
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('waiting');
  });
});

describe('a first time', () => {
  it('asks for one person more, until somebody had a key once', async () => {
    const first =
      'rules:\n  - name: A first key\n    operations: keys.issue\n    requesters: everyone\n    when: { first_time: true }\n    bounds: { lifetime_max: 90d }\n    approvals: 2\n    from: approvers\n';
    await open('', (text) => text.replace('rules:\n', first));
    const { erin, bea, omar, world } = scene;
    const id = await askForKey(scene);
    await approve(scene, bea, id);
    expect(await stateOf(id)).toBe('pending');
    await approve(scene, omar, id);
    await pressMakeMyKey(scene, erin, id);
    await erin.closeModal();
    expect(await stateOf(id)).toBe('succeeded');
    expect(letterOf(erin, id)).toBeDefined();
    await world.advance(60_000);
    const next = await askForKey(scene, { name: 'second-key' });
    await approve(scene, bea, next);
    expect(await stateOf(next)).toBe('waiting');
  });
});

describe('a burst', () => {
  it('F1 · is denied with the reason of the rule, and is over when the hour is', async () => {
    const burst =
      'rules:\n  - name: Not so many at once\n    operations: keys.issue\n    requesters: everyone\n    when: { burst: { over: 2, within: 1h } }\n    deny: true\n    why: More than two keys in an hour is what a stolen account does.\n';
    await open('', (text) => text.replace('rules:\n', burst));
    const { erin, world } = scene;
    await askForKey(scene, { name: 'one' });
    await askForKey(scene, { name: 'two' });
    await erin.type('/openai keys issue search-dev --name three --for 30d --access requests --reason "more"');
    await world.settle();
    const said = erin.hasModal() ? erin.modalText() : readMessage(erin.hint());
    expect(said).toContain('what a stolen account does');
    while (erin.hasModal()) await erin.closeModal();
    await world.advance(3_600_001);
    await askForKey(scene, { name: 'three' });
  });
});
