import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { registrations } from '#slack/register.ts';
import type { SeatPerson } from '#sandbox/slack/seat.ts';
import { deliverBody, senderOf } from './as-slack.ts';
import { type Door, doorOfTheFirstStart, doors, doorsOfNobody, reason } from './doors.ts';
import { askForKey, openDecision } from './key-story.ts';
import { approvals, auditChannel, type Player, readMessage } from './player.ts';
import { everyRow } from './rows.ts';
import { openScene, roomyPolicy, type Scene } from './scene.ts';

const outsiders = {
  guest: ['person.guest', 'Guests of this workspace cannot use Countersign.'],
  'single-channel-guest': ['person.guest', 'Guests of this workspace cannot use Countersign.'],
  deactivated: ['person.deactivated', 'This Slack account is deactivated.'],
  stranger: ['person.other-workspace', 'People from other workspaces cannot use Countersign.'],
  bot: ['person.bot', 'Only people can use Countersign, not bots or workflows.'],
} as const satisfies Partial<Record<SeatPerson['kind'], readonly [string, string]>>;
type Outsider = keyof typeof outsiders;

/** Answered by a new Home and nothing else. */
const byHome = /^(event app_home_opened|action home\.turn|submission home\.filter)$/;
/** Pressed where there is no place for a private answer. */
const inTheOpen = /^(submission|shortcut|event app_mention|action (home\.|request\.(aside|back)))/;

/** Type-ahead has no place for a sentence, a bot no Home; a stranger is answered only where they can be told in private. */
function isHeard(door: string, kind: Outsider): boolean {
  // Answered on top of the window it stands in, which a made-up press has not.
  if (door === 'action request.take-back') return false;
  if (door.startsWith('options') || (kind === 'bot' && byHome.test(door))) return false;
  return kind !== 'stranger' || !inTheOpen.test(door);
}

// After this long no approval can be taken back, and what waited for that has happened.
const secondThoughtsMs = 11_000;

// A duty that is under way is done by then, on a busy machine too.
const QUIET_WITHIN_MS = 10_000;

// Of what a refusal may never change. The other tables hold messages, caches and the note of the refusal itself.
const lasting = ['requests', 'decisions', 'effects', 'effect_resources', 'leases', 'stood_aside', 'additions'];

describe('every door × everybody', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ policyText: (await roomyPolicy()).replace('take_back: 0s', 'take_back: 10s') });
    Object.assign(scene.world.slack.behaviour, {
      deliverForDeactivated: true,
      deliverForBots: true,
      deliverForStrangers: true,
    });
    scene.world.slack.admin.addToChannel(approvals, scene.priya.userId);
    await scene.erin.type('/openai keys list playground');
    await scene.world.settle();
  });
  afterAll(() => scene.close());

  it('has a row for every registration, and no row for anything else', () => {
    const registered = registrations.map(({ kind, id }) => `${kind} ${id}`);
    expect([...Object.keys(doors), doorOfTheFirstStart, ...doorsOfNobody].toSorted()).toEqual(registered.toSorted());
  });

  /** What stands still while somebody is refused. */
  async function still() {
    const rows = everyRow(scene.world);
    return { rows: lasting.map((table) => rows[table]), openai: scene.world.openai.calls().length };
  }

  /** Does this while no duty falls due, and expects that nothing lasting came of it and OpenAI was asked nothing. */
  async function changingNothing<T>(act: () => Promise<T>): Promise<T> {
    const { scheduler } = scene.world.bot();
    await scheduler.stop(QUIET_WITHIN_MS);
    try {
      const before = await still();
      const said = await act();
      expect(await still()).toEqual(before);
      return said;
    } finally {
      scheduler.start();
    }
  }

  /** Delivers as this person and answers everything they were told. */
  async function enter(door: Door, id: RequestId | null, as: { player: Player; kind?: Outsider }): Promise<string> {
    const { world } = scene;
    const { player, kind } = as;
    const { body } = door;
    const sender = typeof body === 'function' ? await senderOf(scene, player.userId, kind) : null;
    if (typeof body !== 'function') await body.ready(player, world);
    while (player.hasModal()) await player.closeModal();
    if (kind !== undefined) await world.slack.admin.setKind(player.userId, kind);
    const toSend = typeof body === 'function' && sender !== null ? body(scene, sender, id ?? ('' as RequestId)) : null;
    const heard = hintsOf(player);
    const home = world.slack.seat.home(player.userId)?.hash;
    const answer = toSend === null ? '' : await deliverBody(scene, toSend);
    if (typeof body !== 'function') await body.press(player);
    await world.bot().slack.idle();
    const said = hintsOf(player).filter((text) => !heard.includes(text));
    const modal = player.hasModal() ? player.modalText() : '';
    const isNewHome = world.slack.seat.home(player.userId)?.hash !== home;
    return [answer, ...said, modal, isNewHome ? player.homeText() : ''].join(' ');
  }

  /** Everything said to one person alone, each with its place, so that an answer in the place of another is a new one. */
  const hintsOf = (player: Player): readonly string[] =>
    player
      .messages('C0GENERAL1')
      .flatMap((message) => (message.ephemeral ? [`${message.ts} ${readMessage(message)}`] : []));

  async function refusalsOf(userId: string): Promise<readonly { code: string; count: number }[]> {
    await scene.world.bot().scheduler.run('flush-refusals');
    const entries = await scene.world.bot().store.read.audit.range(1, 5000);
    const bodies = entries.map(
      ({ body }) => JSON.parse(body ?? '{}') as { kind: string; who: string; what: { code: string; count: number } },
    );
    return bodies.filter(({ kind, who }) => kind === 'person.refused' && who === userId).map(({ what }) => what);
  }

  describe.each(Object.entries(doors))('%s', (name, door) => {
    let id: RequestId | null = null;
    beforeAll(async () => {
      id = await door.before(scene);
      // Nothing of the background falls due while a refusal is looked at.
      await scene.world.advance(secondThoughtsMs);
    });

    it.each(Object.keys(outsiders) as Outsider[])(
      'refuses its rightful user once their account is that of a %s',
      async (kind) => {
        const player = scene[door.rightful];
        const [code, sentence] = outsiders[kind];
        const refused = (await refusalsOf(player.userId)).length;
        try {
          const told = await changingNothing(() => enter(door, id, { player, kind }));
          if (isHeard(name, kind)) expect(told).toContain(sentence);
          for (const secret of [reason, 'search-dev', 'proj_', 'key_', 'sk-']) expect(told).not.toContain(secret);
          expect((await refusalsOf(player.userId)).slice(refused)).toMatchObject([{ code, count: 1 }]);
        } finally {
          await scene.world.slack.admin.setKind(player.userId, 'member');
        }
      },
    );

    const insiders = { requester: 'erin', member: 'priya', approver: 'bea' } as const;
    it.each(Object.keys(insiders) as (keyof typeof insiders)[])('treats a %s as its row says', async (role) => {
      const player = scene[insiders[role]];
      const refused = (await refusalsOf(player.userId)).length;
      if (door[role] !== 'done') {
        await changingNothing(() => enter(door, id, { player }));
        expect((await refusalsOf(player.userId)).slice(refused)).toMatchObject([{ code: door[role], count: 1 }]);
        return;
      }
      const own = await door.before(scene);
      const told = await enter(door, own, { player });
      expect(told).not.toContain('Not possible');
      expect(told).not.toContain('Not done');
      expect(await refusalsOf(player.userId)).toHaveLength(refused);
      await scene.world.advance(secondThoughtsMs);
    });
  });

  /** Lines of the audit channel; what is far back is no longer shown, so new ones are known by their time and not by their number. */
  const linesSince = (ts: string) => scene.sam.messages(auditChannel).filter((message) => message.ts > ts);
  const newestLine = (): string => scene.sam.messages(auditChannel).at(-1)?.ts ?? '';

  /** So many doors leave more to tell than one settling takes away: a channel takes one message a second. */
  async function tellAll(): Promise<void> {
    let newest = null;
    for (let round = 0; round < 40 && newest !== newestLine(); round += 1) {
      newest = newestLine();
      await scene.world.settle();
    }
  }

  it('writes a refusal that is repeated down once, with its count, and tells it in one message', async () => {
    const { priya } = scene;
    const id = await askForKey(scene, { name: 'three-times' });
    const refused = (await refusalsOf(priya.userId)).length;
    await tellAll();
    const told = newestLine();
    for (let time = 0; time < 3; time += 1) await openDecision(scene, priya, id);
    expect((await refusalsOf(priya.userId)).slice(refused)).toMatchObject([
      { code: 'decision.not-eligible', count: 3 },
    ]);
    await tellAll();
    expect(linesSince(told).map(({ text }) => text)).toEqual([expect.stringContaining('3 times')]);
  });

  it('lets a change of somebody’s account do nothing but be forgotten', async () => {
    await changingNothing(async () => {
      await scene.world.slack.admin.setKind(scene.priya.userId, 'guest');
      await scene.world.slack.admin.setKind(scene.priya.userId, 'member');
    });
  });
});
