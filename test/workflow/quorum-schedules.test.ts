import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import DatabaseDriver from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeguardsAsked } from '#approvals/safeguards.ts';
import type { RequestId } from '#domain/ids.ts';
import { operationId } from '#domain/ids.ts';
import { hourMs, minuteMs, secondMs } from '#domain/instant.ts';
import { openStore } from '#storage/open-store.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import type { House } from '#workflow/house.ts';
import { openUseCases } from '#workflow/open-use-cases.ts';
import type { StandingCode } from '#workflow/ports/people.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import { recoverInterrupted, settleUnknown } from '#workflow/settle-request.ts';
import { at, slackIds, type Somebody } from '../support/cast.ts';
import { buildSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { collects, decides, drafts } from '../support/walk.ts';

// `npm run fault:schedules` tries a hundred times as many stories; here it is enough that a broken gate is found within a few runs.
const RUNS = Number(process.env['SCHEDULES'] ?? 20);

/** Two processes on one database, and what the world outside of them is like. */
interface Story {
  readonly small: SmallHouse;
  houses: readonly [House, House];
  readonly path: string;
  readonly ids: RequestId[];
  /** Starts of execution that were judged already, by request. */
  readonly judged: Map<RequestId, number>;
  readonly gone: Set<Somebody>;
}

type Act = (story: Story, house: House) => Promise<unknown>;
const act = (name: string, run: Act) => Object.assign(run, { toString: () => name });

const somebody = fc.constantFrom(...(Object.keys(slackIds) as Somebody[]));
const decider = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Somebody[]>('bea', 'omar', 'sam') },
  { weight: 1, arbitrary: somebody },
);
const pick = ({ ids, small }: Story, n: number): RequestId => ids.at(-1 - n) ?? small.house.dice.requestId();
const which = fc.constantFrom(0, 0, 0, 1);

const asking = fc
  .constantFrom<('a new key' | 'revoke her key')[]>('a new key', 'a new key', 'revoke her key')
  .map((wish) =>
    act(`erin asks: ${wish}`, async ({ ids }, house) => {
      const useCases = openUseCases(house);
      const drafted = await drafts({ useCases }, wish);
      if (drafted.kind !== 'drafted') return;
      const requestId = drafted.picture.record.terms.id;
      const sent = await useCases.submit({ requestId, typedName: drafted.picture.typeToConfirm, caller: at('erin') });
      if (sent.kind === 'done') ids.push(requestId);
    }),
  );

const deciding = fc
  .tuple(decider, which, fc.constantFrom('approve', 'approve', 'approve', 'approve', 'deny'))
  .map(([who, n, kind]) =>
    act(`${who} decides on ${n}: ${kind}`, async (story, house) => {
      const id = pick(story, n);
      if ((await house.store.read.requests.find(id)) === null) return;
      await decides({ useCases: openUseCases(house), store: story.small.store }, id, { who, kind });
    }),
  );

const other = fc.tuple(fc.constantFrom('takeBack', 'cancel', 'collect'), decider, which).map(([what, who, n]) =>
  act(`${who}: ${what} ${n}`, (story, house) => {
    const requestId = pick(story, n);
    const useCases = openUseCases(house);
    if (what === 'collect') return collects({ useCases }, requestId);
    return useCases[what as 'cancel']({ requestId, caller: at(who) });
  }),
);

const working = fc.constantFrom(
  act('execute', (_, house) => executeApproved(house)),
  act('execute', (_, house) => executeApproved(house)),
  act('expire', (_, house) => expireRequests(house)),
  act('settle', (_, house) => settleUnknown(house)),
  act('start again', async (story) => {
    const { house } = story.small.restarted();
    story.houses = [house, { ...house, store: story.houses[1].store }];
    await recoverInterrupted(house);
  }),
);

const time = fc
  .constantFrom(secondMs, 9 * secondMs, 11 * secondMs, 9 * minuteMs, 11 * minuteMs, 25 * hourMs)
  .map((ms) => act(`${ms} ms pass`, ({ small }) => Promise.resolve(small.clock.forward(ms))));

const two = ['routine: { approvals: 1', 'routine: { approvals: 2'] as const;
const veto = ['routine: {', 'routine: { veto: 10m,'] as const;
const takeBack = ['take_back: 0s', 'take_back: 10s'] as const;
const policies: readonly (readonly PolicyChange[])[] = [
  [],
  [two],
  [['destructive: { approvals: 1', 'destructive: { approvals: 2']],
  [veto],
  [takeBack],
  [two, takeBack],
  [['approvers: [bea, omar, sam]', 'approvers: [omar, sam]']],
  [['approvers: [bea, omar, sam]', 'approvers: [bea, omar, erin]']],
  [
    ['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0BEA00001]'],
    ['slack: U0BEA00001', 'slack: U0BEA00002'],
  ],
  [['live: on', 'live: plan-only']],
];
const news = fc.oneof(
  fc
    .constantFrom(...policies)
    .map((changes) =>
      act(`the policy says ${JSON.stringify(changes)}`, ({ small }) =>
        Promise.resolve(small.setPolicy(smallPolicy(...changes))),
      ),
    ),
  fc.tuple(decider, fc.constantFrom<('member' | StandingCode)[]>('member', 'deactivated', 'guest')).map(([who, code]) =>
    act(`${who} becomes ${code}`, (story) => {
      if (code === 'member') story.gone.delete(who);
      else story.gone.add(who);
      return Promise.resolve(story.small.people.becomes(who, code));
    }),
  ),
  fc.constant(
    act('sam freezes everything', (_, house) =>
      openUseCases(house).stop({
        operationId: operationId('freezes.freeze'),
        input: { scope: 'all' },
        reason: 'a laptop was stolen',
        caller: at('sam'),
      }),
    ),
  ),
  which.map((n) =>
    act(`somebody writes into the database that ${n} is approved`, async (story) => {
      const shell = new DatabaseDriver(story.path);
      shell
        .prepare(
          "update requests set state = 'approved', revision = revision + 1, deadline = ? where id = ? and state = 'pending'",
        )
        .run(story.small.clock.now() + hourMs, pick(story, n));
      shell.close();
    }),
  ),
);

const approving = fc.constantFrom<Somebody[]>('bea', 'omar', 'sam').map((who) =>
  act(`${who} approves 0`, async (story, house) => {
    const id = pick(story, 0);
    if ((await house.store.read.requests.find(id)) === null) return;
    await decides({ useCases: openUseCases(house), store: story.small.store }, id, { who });
  }),
);
const collecting = act('erin: collect 0', (story, house) =>
  collects({ useCases: openUseCases(house) }, pick(story, 0)),
);
const carryingOut = act('execute', (_, house) => executeApproved(house));

/** The likely story with something that should not happen in it: what is left to chance alone hardly ever gets as far as a claim. */
const episode = fc
  .record({
    asked: asking,
    approvals: fc.array(approving, { minLength: 1, maxLength: 2 }),
    meanwhile: fc.array(fc.oneof(news, news, time, deciding, other), { maxLength: 2 }),
    end: fc.constantFrom(collecting, carryingOut),
  })
  .map(({ asked, approvals, meanwhile, end }): readonly Act[] => [asked, ...approvals, ...meanwhile, end]);
const alone = fc
  .oneof(
    { weight: 3, arbitrary: deciding },
    { weight: 2, arbitrary: other },
    { weight: 4, arbitrary: working },
    time,
    news,
  )
  .map((one): readonly Act[] => [one]);

const acts = fc
  .array(fc.oneof({ weight: 2, arbitrary: episode }, alone), { minLength: 3, maxLength: 9, size: 'max' })
  .chain((parts) => {
    const flat = parts.flat();
    const processes = fc.array(fc.nat(1), { minLength: flat.length, maxLength: flat.length });
    return processes.map((chosen) => flat.map((one, i) => [one, chosen[i] ?? 0] as const));
  });

/** Distinct people who approved exactly this and are in the group now, by reading nothing but the rows and the policy. */
async function approversOf({ small, gone }: Story, record: PlannedRequest): Promise<ReadonlySet<string>> {
  const { policy } = small.house.policy();
  const group = policy.groups['approvers'];
  const members: readonly string[] = group?.kind === 'list' ? group.people : [];
  const decisions = await small.store.read.requests.decisions(record.terms.id);
  const counted = decisions.filter(({ kind, person, slackId, digest }) => {
    const isTheirs = policy.people[person]?.slackIds.includes(slackId) === true;
    const isRequester = [record.terms.requester.personId, 'erin'].includes(person) || slackId === slackIds.erin;
    const isGone = [...gone].some((who) => slackIds[who] === slackId);
    return (
      kind === 'approve' && digest === record.digest && isTheirs && !isRequester && !isGone && members.includes(person)
    );
  });
  return new Set(counted.map(({ person }) => person));
}

/** What is wrong with the executions that began in the last act. */
async function wrongStarts(story: Story): Promise<readonly string[]> {
  const { small, judged } = story;
  const wrong: string[] = [];
  for (const id of story.ids) {
    const record = await small.store.read.requests.find(id);
    if (record === null || record.attempt <= (judged.get(id) ?? 0)) continue;
    judged.set(id, record.attempt);
    const { policy } = small.house.policy();
    const { tier, operation } = record.terms.plan;
    const asked = record.terms.requirements.reduce((sum, { count }) => sum + count, 0);
    const consent = policy.tiers[tier === 'read' ? 'critical' : tier];
    const needed = Math.max(asked, consent.kind === 'one' ? (consent.count ?? 1) : 9);
    const approvers = await approversOf(story, record);
    if (approvers.size < needed) wrong.push(`${operation} began with ${approvers.size} of ${needed}`);
    const decisions = await small.store.read.requests.decisions(id);
    if (decisions.some(({ kind }) => kind === 'deny')) wrong.push(`${operation} began although it was denied`);
    const isHeld = operation !== 'keys.revoke';
    const hold = Math.max(safeguardsAsked(record.terms).vetoMs, policy.safeguards.routine.vetoMs ?? 0);
    const last = Math.max(...decisions.map(({ at: when }) => when));
    if (isHeld && small.clock.now() < last + hold) wrong.push(`${operation} began within its veto window`);
    const frozen = await small.store.read.freezes.active();
    if (isHeld && frozen.length > 0) wrong.push(`${operation} began although everything is frozen`);
  }
  return wrong;
}

test('A8, A17, B9, B12 · no schedule of two processes, votes, groups, policies, freezes, clocks, edits and restarts carries anything out without its quorum', async () => {
  let started = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const folder = mkdtempSync(join(tmpdir(), 'countersign-schedules-'));
      const path = join(folder, 'countersign.sqlite');
      const small = await buildSmallHouse({ url: `sqlite:${path}` });
      const second = await openStore({ url: `sqlite:${path}` });
      const story: Story = {
        small,
        houses: [small.house, { ...small.house, store: second }],
        path,
        ids: [],
        judged: new Map(),
        gone: new Set(),
      };
      try {
        for (const [next, process] of sequence) {
          await next(story, story.houses[process === 0 ? 0 : 1]);
          expect(await wrongStarts(story)).toEqual([]);
        }
        started += story.judged.size;
      } finally {
        await second.close();
        await small.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: RUNS },
  );
  // A house that never carried anything out would pass everything else.
  expect(started).toBeGreaterThan(RUNS / 10);
}, 600_000);
