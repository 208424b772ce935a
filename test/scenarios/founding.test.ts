import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSandboxPolicy } from '#sandbox/world/seeds.ts';
import { personId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { grantOnHost, pageOnHost, refuseUnfounded } from '#workflow/step-up/enrol-on-host.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { tokenIn } from '../support/enrolling.ts';
import { approvals, general, type Player, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

const BUTTON = 'I found this installation';

describe('the first start of an installation', () => {
  let scene: Scene;
  let text = '';
  beforeEach(async () => {
    // Sam has a second account, and Priya is not listed.
    text = (await readSandboxPolicy())
      .replace('slack: U0SAM00001', 'slack: [U0SAM00001, U0ERIN0001]')
      .replace(/ {2}erin: .*\n/, '')
      .replace(/ {2}priya: .*\n/, '');
    scene = await openScene({ policyText: () => text, founding: 'by-two-people' });
    scene.world.slack.admin.addToChannel(approvals, scene.priya.userId);
    scene.world.slack.admin.addToChannel(approvals, scene.erin.userId);
    await scene.world.settle();
  });
  afterEach(() => scene.close());

  const card = (by: Player) => by.find(approvals, 'installation');

  async function presses(by: Player): Promise<string> {
    await by.press(card(by), BUTTON);
    await scene.world.settle();
    return readMessage(by.hint(approvals));
  }

  async function kinds(): Promise<readonly string[]> {
    await scene.world.bot().scheduler.run('flush-refusals');
    const entries = await scene.world.bot().store.read.audit.range(1, 100);
    return entries.map(({ body }) => (JSON.parse(body ?? '{}') as { kind: string }).kind);
  }

  async function codes(): Promise<readonly string[]> {
    await scene.world.bot().scheduler.run('flush-refusals');
    const entries = await scene.world.bot().store.read.audit.range(1, 100);
    return entries.flatMap(({ body }) => (JSON.parse(body ?? '{}') as { what: { code?: string } }).what.code ?? []);
  }

  it('does nothing until two people have confirmed what they see', async () => {
    const { bea, omar, world } = scene;
    const { policy } = world.bot().house.founding.installation;
    for (const words of ['does nothing yet', 'admin key', 'Audit chain at', 'countersign audit verify --head 1:'])
      expect(readMessage(card(bea))).toContain(words);
    await bea.type('/openai keys list search-dev');
    await world.settle();
    expect(readMessage(bea.hint(general))).toContain('two people have confirmed');
    await world.advance(120_000);
    expect(world.openai.calls()).toEqual([]);

    expect(await presses(bea)).toContain('Somebody else');
    expect(await presses(omar)).toContain('is founded');
    expect(readMessage(card(bea))).toContain('This installation is founded');
    expect(bea.buttons(card(bea))).not.toContain(BUTTON);
    expect(await world.bot().store.read.policies.inForce()).toMatchObject({ how: 'founding', digest: policy.digest });
    const after = (await kinds()).filter((kind) => kind !== 'person.refused');
    expect(after.slice(0, 5)).toEqual([
      'installation.started',
      'installation.confirmed',
      'installation.confirmed',
      'installation.founded',
      'policy.adopted',
    ]);
    await bea.type('/openai keys list search-dev');
    await world.settle();
    expect(readMessage(bea.hint(general))).not.toContain('two people have confirmed');
    await world.restart();
    expect(world.bot().house.founding.isDone()).toBe(true);
  });

  it('still says how it is doing, and what its policy is', async () => {
    const { priya, world } = scene;
    for (const [line, words] of [
      ['/openai status', 'Policy in force'],
      ['/openai policy show', 'Everyone may look'],
    ] as const) {
      await priya.type(line);
      await world.settle();
      expect(readMessage(priya.hint(general))).toContain(words);
    }
  });

  it('A2 · counts nobody twice, by whatever account, and no stranger; each of these is remembered', async () => {
    const { sam, erin, priya, world } = scene;
    expect(await presses(sam)).toContain('Somebody else');
    expect(await presses(sam)).toContain('one person counts once');
    expect(await presses(erin)).toContain('one person counts once');
    expect(await presses(priya)).toContain('lists under people');
    await world.slack.admin.setKind(scene.omar.userId, 'guest');
    expect(await presses(scene.omar)).toContain('Guests of this workspace');
    expect(world.bot().house.founding.isDone()).toBe(false);
    expect(await codes()).toEqual(expect.arrayContaining(['founding.repeated', 'founding.stranger', 'person.guest']));
  });

  it('lets nobody enrol, neither on the host nor on a page that is open by an oversight', async () => {
    const { bea, omar, world } = scene;
    const { house } = world.bot();
    expect(await refuseUnfounded(house.store.read)).toMatchObject({ code: 'step-up.host.not-founded' });
    const pages = openPageUseCases(house);
    const enrolment = await grantOnHost(house, personId('bea'));
    if (isRefusal(enrolment)) throw new Error(enrolment.rule);
    const url = await pageOnHost(house, enrolment);
    if (isRefusal(url)) throw new Error(url.rule);
    const token = tokenIn(url);
    for (const refused of [
      await pages.openEnrolment(token),
      await pages.enrolPasskey({ token, answer: null }),
      await pages.offerCodes(token),
      await pages.openRecovery(token),
      await pages.recover({ token, codes: [] }),
      await pages.openDecision(token),
      pages.desk.door(),
      await pages.desk.signIn(null),
      await pages.desk.look(token),
    ])
      expect(refused).toMatchObject({ kind: 'refusal', code: 'founding.open' });
    for (const by of [bea, omar]) await presses(by);
    expect(await refuseUnfounded(house.store.read)).toBeNull();
    expect(await pages.openEnrolment(token)).not.toMatchObject({ kind: 'refusal' });
  });

  it('begins anew where the policy is another one at the next start', async () => {
    const { bea, omar, world } = scene;
    await presses(bea);
    await world.restart();
    await world.settle();
    expect(readMessage(card(omar))).toContain('Confirmed by');
    text = text.replace('live: on', 'live: plan-only');
    await world.restart();
    await world.settle();
    expect(readMessage(card(omar))).not.toContain('Confirmed by');
    expect(await presses(omar)).toContain('Somebody else');
    expect(world.bot().house.founding.isDone()).toBe(false);
  });
});
