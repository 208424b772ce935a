import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { personId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import type { PageAddress } from '#workflow/ports/presence.ts';
import { grantOnHost, pageOnHost } from '#workflow/step-up/enrol-on-host.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { right, tokenIn } from '../support/enrolling.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';
import { approve, changesSent } from './key-story.ts';
import { alerts, approvals, auditChannel, general, readMessage } from './player.ts';
import { openScene, type Scene } from './scene.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

/** The desk as a browser uses it, over HTTP. */
class Visitor {
  readonly #scene: Scene;
  constructor(scene: Scene) {
    this.#scene = scene;
  }

  call(method: 'GET' | 'POST', path: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const origin = this.#scene.world.bot().pagesUrl ?? '';
    const { port, host } = new URL(origin);
    const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' };
    const sending = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, location: String(answer.headers.location) }),
      );
    });
    sending.on('error', reject).end(method === 'POST' ? new URLSearchParams(fields).toString() : undefined);
    return promise;
  }

  /** What a page asks a passkey to sign; base64. */
  static challengeIn({ text }: Answer): string {
    const found = /&quot;challenge&quot;:&quot;([\w-]+)&quot;/.exec(text)?.[1];
    if (found === undefined) throw new Error(`Nothing is to be signed on: ${text}`);
    return Buffer.from(found, 'base64url').toString('base64');
  }

  /** Signs what is asked for at this address. */
  async sign(phone: SoftPasskey, path: string): Promise<Answer> {
    const challenge = Visitor.challengeIn(await this.call('GET', path));
    return this.call('POST', path, { answer: JSON.stringify(phone.sign(challenge)) });
  }
}

function addressIn(world: Scene['world']): PageAddress {
  const origin = world.bot().pagesUrl ?? '';
  return { origin, rpId: new URL(origin).hostname };
}

async function enrols({ world }: Scene, who: string): Promise<SoftPasskey> {
  const { house } = world.bot();
  const enrolment = await grantOnHost(house, personId(who));
  if (isRefusal(enrolment)) throw new Error(enrolment.rule);
  const token = tokenIn(right(await pageOnHost(house, enrolment)));
  const useCases = openPageUseCases(house);
  const { make } = right(await useCases.openEnrolment(token));
  const phone = new SoftPasskey(addressIn(world));
  right(await useCases.enrolPasskey({ token, answer: phone.make(make.challenge) }));
  return phone;
}

describe('Slack is down, and a key has leaked', () => {
  let scene: Scene;
  let visitor: Visitor;
  let sam: SoftPasskey;
  beforeAll(async () => {
    scene = await openScene();
    visitor = new Visitor(scene);
    sam = await enrols(scene, 'sam');
    await scene.sam.type('/openai keys list playground');
    await scene.world.advance(5 * minuteMs);
    scene.world.slack.behaviour.isDown = true;
  });
  afterAll(() => scene.close());

  it('A16, F12 · Sam stops it with a passkey alone, and sees that it is done', async () => {
    const { world } = scene;
    const door = await visitor.call('GET', '/desk');
    expect(door.status).toBe(200);
    const { location: desk } = await visitor.sign(sam, '/desk');
    expect(desk).toMatch(/^\/desk\/[0-9a-f]{64}$/);
    const look = await visitor.call('GET', desk);
    expect(look.text).toContain('What has to stop, Sam Okafor?');
    expect(look.text).toContain('Slack does not answer.');
    const found = await visitor.call('GET', `${desk}/stop/revoke?q=hackday`);
    const pick = /name="pick" value="([^"]+)"/.exec(found.text)?.[1] ?? '';
    const sent = changesSent(world).length;
    const fields = { pick, reason: 'it is in a public repository' };
    const { location: page } = await visitor.call('POST', `${desk}/stop/revoke`, fields);
    const shown = await visitor.call('GET', page);
    expect(shown.text).toContain('Nothing has happened yet.');
    expect(shown.text).toContain('DELETE /organization/projects/');
    expect(changesSent(world)).toHaveLength(sent);
    expect(await visitor.sign(sam, page)).toMatchObject({ status: 303, location: page });
    await world.bot().scheduler.run('execute-approved');
    const done = await visitor.call('GET', page);
    expect(done.text).toContain('Done, and read back from OpenAI.');
    expect(changesSent(world)).toHaveLength(sent + 1);
    expect(await verifySignatures(world.bot().store.read.audit, proofHolds)).toMatchObject({ signed: 1, broken: [] });
  });

  it('tells every channel once Slack is back, also after hours, and somebody else reviews it', async () => {
    const { bea, omar, sam: player, world } = scene;
    for (let hours = 0; hours < 5; hours += 1) await world.advance(hourMs);
    expect(player.messages(alerts).some(({ text }) => text.includes('AT THE DESK'))).toBe(false);
    world.slack.behaviour.isDown = false;
    for (let round = 0; round < 3; round += 1) await world.advance(6 * minuteMs);
    for (const channel of [alerts, approvals, auditChannel]) {
      const loud = readMessage(player.find(channel, 'AT THE DESK, WITHOUT SLACK: Sam Okafor'));
      expect(loud).toContain('it is in a public repository');
      expect(loud).toContain('D-1');
    }
    await bea.openHome();
    await world.settle();
    expect(bea.homeText()).toContain('To be reviewed: D-1: Sam Okafor, at the desk, without Slack');
    await player.type('/openai debts close D-1 --reason "the key was public; revoking it was right"');
    await world.settle();
    await player.submit();
    await world.settle();
    const review = (await scene.newest()).terms.id;
    await approve(scene, omar, review);
    await world.settle();
    expect(await world.bot().store.read.debts.open()).toEqual([]);
  });
});

describe('the bot is started while Slack is down', () => {
  let scene: Scene;
  let sam: SoftPasskey;
  beforeAll(async () => {
    scene = await openScene({ transport: 'socket' });
    sam = await enrols(scene, 'sam');
    await scene.world.advance(5 * minuteMs);
    await scene.world.restart(() => {
      scene.world.slack.behaviour.isDown = true;
      return Promise.resolve();
    });
  });
  afterAll(() => scene.close());

  it('F12 · has its desk open, knows nobody else, and keeps what is to be told', async () => {
    const { world } = scene;
    expect(world.bot().slack.health().connected).toBe(false);
    const { location: desk } = await new Visitor(scene).sign(sam.goesTo(addressIn(world)), '/desk');
    expect(desk).toMatch(/^\/desk\//);
    await world.bot().scheduler.run('reach-slack', 'deliver-outbox');
    const { waiting } = await world.bot().store.read.outbox.depth(world.clock.now() + hourMs);
    expect(waiting).toBeGreaterThan(0);
  });

  it('is in Slack as soon as Slack answers, and says what it kept', async () => {
    const { sam: player, world } = scene;
    world.slack.behaviour.isDown = false;
    await world.bot().scheduler.run('reach-slack');
    await world.advance(minuteMs);
    expect(world.bot().slack.health().connected).toBe(true);
    expect(readMessage(player.find(alerts, 'opened the desk with a passkey'))).toContain('Sam Okafor');
    await player.type('/openai status');
    await world.settle();
    expect(player.hint(general).text).not.toBe('');
  });
});
