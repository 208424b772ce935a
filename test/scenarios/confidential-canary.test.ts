import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confidentialCode } from '#approvals/confidential.ts';
import { type RequestId, shortRequestId } from '#domain/ids.ts';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { catalogue } from '#operations/catalogue.ts';
import { callCli } from '../cli/call-cli.ts';
import { deliverBody, pressBody, senderOf } from './as-slack.ts';
import { letterOf, questionOf } from './key-story.ts';
import { alerts, approvals, auditChannel, type Player, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';
import { approveInSecret, askInSecret, denyInSecret, pressOnSecret, secretCardOf } from './secret-story.ts';

const reason = 'heliotrope';
const answer = 'vermilion';
const refusal = 'chartreuse';
// Who asked, what was asked for and what it is about, as people and as machines call them.
const requester = ['Sam Okafor', 'U0SAM00001'];
const matter = ['to owner', 'Erin Vale', 'erin@acme.example', 'user-AcmeErinVale'];
const said = [reason, answer, refusal];
const command = 'users set-role erin@acme.example --role owner';

describe('nobody else hears of a confidential request', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
    const { priya, world } = scene;
    for (const channel of [approvals, auditChannel, alerts]) world.slack.admin.addToChannel(channel, priya.userId);
  });
  afterEach(() => scene.close());

  /** Everything that stands in a channel, or was ever sent to anybody who is no part of it; Slack keeps old versions of nothing, calls do. */
  function told(): string {
    const insiders = new Set([scene.sam, scene.bea, scene.omar].flatMap((player) => [player.userId, dmOf(player)]));
    const posts = scene.world.slack
      .calls()
      .filter(({ method, args }) => method.startsWith('chat.') && !insiders.has(String(args['channel'])));
    return JSON.stringify(posts.map(({ args }) => [args['text'], args['blocks']]));
  }

  const dmOf = (player: Player): string => player.letters()[0]?.channelId ?? '';

  function expectNothingIn(text: string, words: readonly string[], where: string): void {
    for (const word of words)
      expect(text.includes(word), `${word} stands in ${where}: ${around(text, word)}`).toBe(false);
  }

  const around = (text: string, word: string): string => {
    const at = text.indexOf(word);
    return text.slice(Math.max(0, at - 150), at + 150);
  };

  /** What this person is answered to a command, in private or in a window. */
  async function ask(by: Player, text: string): Promise<string> {
    while (by.hasModal()) await by.closeModal();
    const before = by.hints();
    await by.type(`/openai ${text}`);
    await scene.world.bot().slack.idle();
    const hint = by.hints() > before ? readMessage(by.hint()) : '';
    return `${hint} ${by.hasModal() ? by.modalText() : ''}`;
  }

  const words = (id: string): Readonly<Record<string, string>> => ({
    project: 'search-dev',
    key: 'hackday',
    user: 'bea@acme.example',
    request: id,
    text: reason.slice(0, -2),
    choice: 'all',
  });

  /** Every list and every detail that the bot tells, but what OpenAI itself lists of its users. */
  async function everyRead(by: Player, id: RequestId): Promise<void> {
    for (const { id: operation, kind, family, verb, fields } of catalogue) {
      if (kind !== 'read') continue;
      const flags = Object.entries(fields).flatMap(([name, field]) => {
        const word = words(shortRequestId(id))[field.kind];
        return field.required && word !== undefined ? [`--${name} "${word}"`] : [];
      });
      const text = await ask(by, `${family} ${verb} ${flags.join(' ')}`);
      // What was typed is repeated.
      const typed = flags.join(' ');
      const all = [...said, shortRequestId(id), id].filter((word) => !typed.includes(word));
      expectNothingIn(text, all, operation);
    }
  }

  /** What is asked by the code is answered as for a code that nobody made. */
  async function everyCode(by: Player, id: RequestId): Promise<void> {
    const pairs = [
      [shortRequestId(id), 'R-ZZZZZZZZ'],
      [id, `${id.slice(0, -8)}ZZZZZZZZ`],
    ] as const;
    for (const asked of ['show', 'why', 'undo', 'continue']) {
      const more = ['undo', 'continue'].includes(asked) ? ' --reason "let me see"' : '';
      for (const [real, fake] of pairs) {
        const answered = await ask(by, `requests ${asked} ${real}${more}`);
        expect(answered.replaceAll(real, fake)).toBe(await ask(by, `requests ${asked} ${fake}${more}`));
      }
    }
  }

  async function everyTab(by: Player): Promise<void> {
    await by.openHome();
    await scene.world.settle();
    const labels = ['Waiting for me', 'Mine', 'Decided', 'Findings', 'Overview'];
    for (const label of labels) {
      const found = by.buttons(by.home()).find((each) => each.startsWith(label));
      if (found !== undefined) await by.pressOnHome(found);
      await scene.world.settle();
      const counts = by.buttons(by.home()).filter((each) => /\((?!0)\d+\)/.test(each));
      expect(counts, label).toEqual([]);
      expectNothingIn(by.homeText(), [...said, ...requester, ...matter.slice(0, 1)], `Home, ${label}`);
    }
  }

  async function everyOption(by: Player, id: RequestId): Promise<void> {
    const caller = { slackId: by.userId, teamId: 'T0ACME0001', via: 'options', deliveryKey: null } as never;
    for (const operation of ['requests.show', 'requests.undo', 'requests.continue', 'requests.why']) {
      const ask = { operationId: operation as never, field: 'request', caller };
      for (const query of ['', 'R-', shortRequestId(id), 'Set', reason])
        expect(await scene.world.bot().useCases.suggest({ ...ask, query })).toEqual([]);
    }
  }

  /** Presses every button of the messages that others have, which no client would offer. */
  async function everyButton(by: Player, id: RequestId): Promise<void> {
    const messages = [secretCardOf(scene.bea, id), letterOf(scene.sam, id)];
    for (const message of messages) {
      if (message === undefined) continue;
      for (const label of scene.bea.buttons(message)) {
        while (by.hasModal()) await by.closeModal();
        const sender = await senderOf(scene, by.userId);
        const before = by.hints();
        await deliverBody(scene, pressBody(sender, message, label));
        await scene.world.bot().slack.idle();
        const hint = by.hints() > before ? readMessage(by.hint()) : '';
        const text = `${hint} ${by.hasModal() ? by.modalText() : ''}`;
        expectNothingIn(text, [...said, ...requester, ...matter], `the answer to ${label}`);
        expect(text).toMatch(/no longer the one that counts|does not exist here|was not cancelled|Undo a request/);
      }
    }
  }

  async function everyCommandOfTheHost(id: RequestId): Promise<void> {
    const database = ['--database', `sqlite:${scene.world.databasePath()}`];
    for (const args of [
      ['changes', '--json'],
      ['audit', 'list', '--json', '--last', '5000'],
    ]) {
      const { out, err, code } = await callCli([...args, ...database]);
      expect(code, err).toBe(0);
      expectNothingIn(out, [...said, ...matter.slice(0, 1), 'users.set-role', 'Sam Okafor'], args.join(' '));
    }
    const verified = await callCli(['audit', 'verify', ...database]);
    expect(verified.out).toMatch(/^\d+ entries verified, 0 of them erased/);
    const byId = await callCli(['audit', 'list', '--request', shortRequestId(id), ...database]);
    expect(byId.err).toContain(`There is no request ${shortRequestId(id)}.`);
  }

  /** Somebody who is no part of it, and whom it is about, try what others have and what could be typed. */
  async function walk(id: RequestId): Promise<void> {
    await everyTab(scene.priya);
    await everyOption(scene.priya, id);
    await everyButton(scene.erin, id);
    await everyCode(scene.erin, id);
    for (const command of ['requests list --whose all', 'requests changes', 'organization status'])
      expectNothingIn(await ask(scene.erin, command), [...said, ...requester, shortRequestId(id)], command);
    await scene.world.bot().scheduler.run('flush-refusals');
    await scene.world.settle();
    expectNothingIn(told(), [...said, ...requester, ...matter], 'a channel or a letter');
    expectNothingIn(scene.log.join(''), said, 'the log');
  }

  it('while people decide, talk, carry it out and undo it; and everybody does a day after', async () => {
    const { bea, omar, sam, world } = scene;
    const id = await askInSecret(scene, command, reason);
    await pressOnSecret(scene, bea, { id, label: 'Ask' });
    await bea.submit({ 'Your question': 'Is it agreed?' });
    await world.settle();
    while (bea.hasModal()) await bea.closeModal();
    await sam.press(questionOf(sam, id), 'Answer');
    await world.settle();
    await sam.submit({ 'Your answer': answer });
    await world.settle();
    while (sam.hasModal()) await sam.closeModal();
    await approveInSecret(scene, bea, id);
    await walk(id);

    await approveInSecret(scene, omar, id);
    await world.advance(3 * minuteMs);
    expect((await scene.newest()).state).toBe('succeeded');
    await world.advance(20 * minuteMs);
    await walk(id);
    await everyRead(scene.priya, id);
    await everyCommandOfTheHost(id);

    await sam.press(letterOf(sam, id), 'Undo');
    await world.settle();
    await sam.submit({ Why: reason });
    await world.settle();
    await sam.submit();
    await world.settle();
    const undone = (await scene.newest()).terms.id;
    expect((await scene.newest()).terms).toMatchObject({ follows: { as: 'undoes' }, confidential: { delayMs: dayMs } });
    expectNothingIn(told(), [...said, ...requester, ...matter], 'a channel or a letter');
    for (const decider of [bea, omar]) await approveInSecret(scene, decider, undone);
    await world.advance(3 * minuteMs);
    await walk(undone);

    await world.advance(dayMs);
    const audit = scene.priya.messages(auditChannel).map(readMessage).join(' ');
    for (const word of [reason, 'Sam Okafor', 'Erin Vale']) expect(audit).toContain(word);
    expect(await ask(scene.priya, `requests show ${shortRequestId(id)}`)).toContain(reason);
  }, 300_000);

  it('when it is denied, then or later', async () => {
    const id = await askInSecret(scene, command, reason);
    await denyInSecret(scene, id, refusal);
    await walk(id);
    await scene.world.advance(30 * dayMs);
    const code = confidentialCode(id);
    expect(scene.priya.messages(approvals).map(({ text }) => text)).toEqual([
      `Confidential request ${code} was denied.`,
    ]);
    await walk(id);
    // Asked in the open, the same is not told to have been denied before.
    const open = await ask(scene.erin, `${command} --reason "a new role"`);
    expect(open).toContain('Send this?');
    expectNothingIn(open, [...said, 'Denied'], 'the same in the open');
  }, 300_000);
});
