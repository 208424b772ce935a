import { afterEach, describe, expect, it } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { dayMs } from '#domain/instant.ts';
import { personByEmail, personOf } from '#policy/people.ts';
import { approve, askForKey, cardOf, openDecision } from './key-story.ts';
import { alerts, approvals, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

const group = 'S0APPROVE1';
const priyasLine = '  priya: { name: Priya Raman, slack: U0PRIYA001, openai: priya@acme.example }\n';

describe('who is who, bound by two people', () => {
  let scene: Scene;
  afterEach(() => scene.close());

  const list = async (): Promise<string> => {
    await scene.erin.type('/openai people list');
    await scene.world.settle();
    return readMessage(scene.erin.hint());
  };

  async function bindPriya(): Promise<void> {
    const text = (await policyWith(priyasLine, '')).replace(
      'approvers: [bea, omar, sam]',
      `approvers: { slack_group: ${group} }`,
    );
    scene = await openScene({ policyText: text });
    const { bea, erin, omar, priya, sam, world } = scene;
    world.slack.admin.addToChannel(approvals, priya.userId);
    await world.slack.admin.setGroupMembers(group, [bea.userId, omar.userId, sam.userId, priya.userId]);
    world.clock.advance(2 * dayMs);
    expect(await list()).toContain('can be bound');
    await erin.type('/openai people bind --reason "first set-up"');
    await world.settle();
    expect(erin.modalText()).toContain('priya@acme.example');
    await erin.submit();
    await world.settle();
    const { id } = (await scene.newest()).terms;
    expect(readMessage(cardOf(bea, id))).toContain('Priya Raman');
    await approve(scene, bea, id);
    await approve(scene, omar, id);
    await world.advance(11 * 60_000);
    expect((await scene.newest()).state).toBe('succeeded');
  }

  it('A2 · makes one person of an account in Slack and a user at OpenAI', async () => {
    await bindPriya();
    expect(await list()).toMatch(/Priya Raman.*bound/);
    const { policy } = scene.world.bot().house.policy();
    expect(personOf(policy, slackUserId(scene.priya.userId))).toMatch(/^openai:user-/);
    expect(personByEmail(policy, 'priya@acme.example')).toBe(personOf(policy, slackUserId(scene.priya.userId)));
  });

  it('F8 · suspends at once whoever’s profile shows another address, says so to them and to the people who watch', async () => {
    await bindPriya();
    const { priya, sam, world } = scene;
    await world.slack.admin.setEmail(priya.userId, 'ines@acme.example');
    await world.settle();
    expect(readMessage(sam.find(alerts, 'is suspended'))).toContain('the address in the profile of U0PRIYA001 changed');
    const id = await askForKey(scene, { name: 'by-an-impostor' });
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You are suspended, because the address in the profile of U0PRIYA001 changed');
    expect(await list()).toMatch(/Priya Raman.*suspended/);
    await priya.closeModal();
    await world.restart();
    await openDecision(scene, priya, id);
    expect(priya.modalText()).toContain('You are suspended');
  });
});
