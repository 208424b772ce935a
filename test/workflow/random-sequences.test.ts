import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourMs, minuteMs, secondMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { endpoints } from '#operations/endpoint.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import type { StandingCode } from '#workflow/ports/people.ts';
import { recoverInterrupted, settleUnknown } from '#workflow/settle-request.ts';
import { at, slackIds, type Somebody } from '../support/cast.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import type { Mishap } from '../support/fake-vendor.ts';
import { handlers } from '../support/organization-endpoints.ts';
import { remembered } from '../support/remembered.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { buildSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { asks, collects, decides, drafts, recordOf, type Wish } from '../support/walk.ts';

/** What has happened so far, as far as the next act may refer to it. */
interface Story {
  readonly small: SmallHouse;
  readonly ids: RequestId[];
  /** What was acknowledged to people, to be compared with what is remembered. */
  readonly told: { decisions: number };
}

type Act = (story: Story) => Promise<unknown>;
const act = (name: string, run: Act) => Object.assign(run, { toString: () => name });

const somebody = fc.constantFrom(...(Object.keys(slackIds) as Somebody[]));
// Most of the time the right people do the likely thing: stories that go nowhere try little.
const asker = fc.oneof({ weight: 5, arbitrary: fc.constant<Somebody>('erin') }, { weight: 1, arbitrary: somebody });
const decider = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Somebody[]>('bea', 'omar', 'sam') },
  { weight: 1, arbitrary: somebody },
);
const wish = fc.constantFrom<Wish[]>('a new key', 'a new key', 'a new key', ...(Object.keys(asks) as Wish[]));
const which = fc.constantFrom(0, 0, 0, 0, 1, 2);
const pick = (story: Story, n: number): RequestId =>
  story.ids.at(-1 - (n % Math.max(1, story.ids.length))) ?? story.small.house.dice.requestId();

const asking = fc.tuple(wish, asker).map(([what, who]) =>
  act(`${who} asks: ${what}`, async ({ small, ids }) => {
    const drafted = await drafts(small, what, who);
    if (drafted.kind !== 'drafted') return;
    const requestId = drafted.picture.record.terms.id;
    ids.push(requestId);
    await small.useCases.submit({ requestId, typedName: drafted.picture.typeToConfirm, caller: at(who) });
  }),
);

const deciding = fc
  .record({
    who: decider,
    which,
    kind: fc.constantFrom(...Array.from({ length: 8 }, () => 'approve' as const), 'deny' as const),
    isTwice: fc.boolean(),
  })
  .map(({ who, which: n, kind, isTwice }) =>
    act(`${who} decides on ${n}: ${kind}`, async (story) => {
      const { small, told } = story;
      const id = pick(story, n);
      if ((await small.store.read.requests.find(id)) === null) return;
      const deliveryKey = `${who} ${id} ${kind} ${small.clock.now()}`;
      const vote = { who, kind, deliveryKey };
      const outcomes = await Promise.all(Array.from({ length: isTwice ? 2 : 1 }, () => decides(small, id, vote)));
      const done = outcomes.filter((outcome) => outcome.kind === 'done').length;
      expect(done).toBeLessThanOrEqual(1);
      told.decisions += done;
    }),
  );

const cancelling = fc
  .tuple(somebody, which)
  .map(([who, n]) =>
    act(`${who} cancels ${n}`, (story) => story.small.useCases.cancel({ requestId: pick(story, n), caller: at(who) })),
  );

const collecting = fc
  .record({ who: somebody, which, isSeen: fc.boolean() })
  .map(({ who, which: n, isSeen }) =>
    act(`${who} collects ${n}, ${isSeen ? 'seen' : 'unseen'}`, (story) =>
      collects(story.small, pick(story, n), { who, sees: () => Promise.resolve(isSeen) }),
    ),
  );

const working = fc.constantFrom(
  act('execute', ({ small }) => executeApproved(small.house)),
  act('settle', ({ small }) => settleUnknown(small.house)),
  act('expire', ({ small }) => expireRequests(small.house)),
  act('execute, twice at once', ({ small }) =>
    Promise.all([executeApproved(small.house), executeApproved(small.house)]),
  ),
  act('start again', async ({ small }) => recoverInterrupted(small.restarted().house)),
);

const time = fc
  .constantFrom(secondMs, 91 * secondMs, 91 * secondMs, 16 * minuteMs, 25 * hourMs)
  .map((ms) => act(`${ms} ms pass`, ({ small }) => Promise.resolve(small.clock.forward(ms))));

const mishaps: readonly Mishap[] = [
  'refused',
  'not-sent',
  'not-there-yet',
  'throttled',
  'throttled-but-done',
  'lost-after',
  'lost-before',
];
const policies: readonly (readonly PolicyChange[])[] = [
  [],
  [['destructive: { approvals: 1', 'destructive: { approvals: 2']],
  [['approvers: [bea, omar, sam]', 'approvers: [omar, sam]']],
  [['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam, erin]']],
  [['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0ZOE00001]']],
  [['live: on', 'live: plan-only']],
  [['live: on', 'live: off']],
];

const changes = endpoints.filter((endpoint) => Object.hasOwn(handlers, endpoint) && !endpoint.startsWith('GET'));
const mishap = fc
  .tuple(fc.constantFrom(...changes), fc.constantFrom(...mishaps))
  .map(([endpoint, how]) =>
    act(`${endpoint} will be ${how}`, ({ small }) => Promise.resolve(small.vendor.willGoWrong(endpoint, how))),
  );

const news = fc.oneof(
  fc
    .constantFrom(...policies)
    .map((changes) =>
      act(`the policy says ${JSON.stringify(changes)}`, ({ small }) =>
        Promise.resolve(small.setPolicy(smallPolicy(...changes))),
      ),
    ),
  fc
    .tuple(somebody, fc.constantFrom<('member' | StandingCode)[]>('member', 'member', 'guest', 'slack-unreachable'))
    .map(([who, code]) =>
      act(`${who} becomes ${code}`, ({ small }) => Promise.resolve(small.people.becomes(who, code))),
    ),
  fc
    .constantFrom('key_dev', 'key_prod', 'key_rank_b')
    .map((key) =>
      act(`${key} is deleted behind our back`, ({ small }) =>
        Promise.resolve(small.vendor.organization.keys.delete(key)),
      ),
    ),
);

const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: asking },
    { weight: 7, arbitrary: deciding },
    { weight: 1, arbitrary: cancelling },
    { weight: 6, arbitrary: collecting },
    { weight: 5, arbitrary: working },
    { weight: 2, arbitrary: time },
    { weight: 6, arbitrary: mishap },
    { weight: 1, arbitrary: news },
  ),
  { minLength: 5, maxLength: 30, size: 'max' },
);

/** Everybody is back, OpenAI answers, and the background work has had its time. */
async function comesToRest({ small }: Story): Promise<void> {
  small.setPolicy(smallPolicy());
  for (const who of Object.keys(slackIds) as Somebody[]) small.people.becomes(who, 'member');
  for (let round = 0; round < 4; round += 1) {
    small.clock.forward(91 * secondMs);
    await executeApproved(small.house);
    await settleUnknown(small.house);
    await expireRequests(small.house);
  }
}

test('B24 · whatever people, time, OpenAI, Slack and the policy do in whatever order: what must hold, holds', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const story: Story = { small: await buildSmallHouse(), ids: [], told: { decisions: 0 } };
      const { small, told } = story;
      try {
        for (const next of sequence) {
          await next(story);
          expect(await brokenInvariants(small)).toEqual([]);
        }
        await comesToRest(story);
        expect(await brokenInvariants(small)).toEqual([]);
        const decided = (await remembered(small)).filter(({ kind }) => kind === 'request.decided');
        expect(decided).toHaveLength(told.decisions);
        for (const id of story.ids) {
          const { state } = await recordOf(small, id);
          expect(['executing', 'unknown', 'approved']).not.toContain(state);
        }
      } finally {
        await small.close();
      }
    }),
    { numRuns: 100 },
  );
}, 240_000);
