import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinFiles } from '#policy/policy-files.ts';
import { approve, cardOf } from './key-story.ts';
import { auditChannel, readMessage } from './player.ts';
import { openScene, policyWith, type Scene, unhurriedPolicy } from './scene.ts';

describe('a policy file that changes', () => {
  let scene: Scene;
  let text = '';
  beforeAll(async () => {
    text = await unhurriedPolicy();
    scene = await openScene({ policyText: () => text });
  });
  afterAll(() => scene.close());

  const inForce = () => scene.world.bot().house.policy().policy;

  it('is adopted once by the first start, which is written down once', async () => {
    const { read } = scene.world.bot().store;
    expect(await read.policies.history(10)).toMatchObject([{ how: 'first-start' }]);
    const kinds = (await read.audit.range(1, 10)).map(
      ({ body }) => (JSON.parse(body ?? '{}') as { kind: string }).kind,
    );
    expect(kinds.slice(0, 2)).toEqual(['installation.started', 'policy.adopted']);
    expect(kinds.filter((kind) => kind === 'installation.started')).toHaveLength(1);
  });

  it('is no other policy once it is spread over several files', async () => {
    const { policies } = scene.world.bot().store.read;
    const before = await policies.inForce();
    const [head = '', rules = ''] = text.split(/^(?=rules:)/m);
    const one = text;
    text = joinFiles([
      { name: 'policy/10-house.yml', text: head },
      { name: 'policy/20-rules.yml', text: rules },
    ]);
    await scene.world.restart();
    expect(scene.world.bot().house.proposed()).toBeNull();
    expect(await scene.world.bot().store.read.policies.inForce()).toEqual(before);
    text = one;
  });

  it('tightens at the next start, and the audit channel is told what', async () => {
    text = await policyWith('live: on', 'live: plan-only');
    await scene.world.restart();
    await scene.world.settle();
    expect(inForce().live.default).toBe('plan-only');
    expect(readMessage(scene.bea.find(auditChannel, 'only tightens'))).toContain('would be plan-only instead of on');
  });

  it('A17 · loosens only when two people of the policy in force have agreed, and is told once until then', async () => {
    const { erin, bea, omar, world } = scene;
    text = await unhurriedPolicy();
    for (let start = 0; start < 2; start += 1) {
      await world.restart();
      await world.settle();
    }
    expect(inForce().live.default).toBe('plan-only');
    const told = bea.messages(auditChannel).filter((each) => readMessage(each).includes('is not in force'));
    expect(told).toHaveLength(1);

    await erin.type('/openai status');
    await world.settle();
    expect(readMessage(erin.hint())).toContain('loosens something and waits for /openai policy adopt');
    await erin.type('/openai policy diff');
    await world.settle();
    expect(readMessage(erin.hint())).toContain('would be on instead of plan-only');

    await erin.type('/openai policy adopt --reason "we have tried it for a week"');
    await world.settle();
    expect(erin.modalText()).toContain('would be on instead of plan-only');
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    await approve(scene, bea, id);
    expect(inForce().live.default).toBe('plan-only');
    expect(readMessage(cardOf(bea, id))).toContain('Looser');
    await approve(scene, omar, id);
    await world.settle();
    expect(inForce().live.default).toBe('on');
    await world.restart();
    expect(inForce().live.default).toBe('on');
  });

  it('is what /openai policy show says, with the way back', async () => {
    const { erin, world } = scene;
    await erin.type('/openai policy show');
    await world.settle();
    const shown = readMessage(erin.hint());
    for (const words of ['Everyone may look', 'two people', 'the first start']) expect(shown).toContain(words);
  });
});
