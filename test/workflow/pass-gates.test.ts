import { describe, expect, test } from 'vitest';
import { executeApproved } from '#workflow/execute-request.ts';
import type { ActivePolicy } from '#workflow/house.ts';
import { type SlackUserId, slackUserId } from '#domain/ids.ts';
import type { StandingCode } from '#workflow/ports/people.ts';
import { slackIds } from '../support/cast.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, must, recordOf, standing } from '../support/walk.ts';
import { afterApproval } from './after-approval.ts';

const slackGroup = smallPolicy(['approvers: [bea, omar, sam]', 'approvers: { slack_group: S0APPROVE1 }']);

const change =
  (...changes: readonly PolicyChange[]) =>
  (small: SmallHouse) =>
    small.setPolicy(smallPolicy(...changes));

describe('an approver who no longer counts', () => {
  type Way = readonly [
    name: string,
    change: (small: SmallHouse) => unknown,
    policy: ActivePolicy | undefined,
    why: string,
  ];
  const becomes = (code: StandingCode) => (small: SmallHouse) => small.people.becomes('bea', code);
  const unproven = 'Slack did not say whether they are a full member';
  const ways: readonly Way[] = [
    [
      'left the group',
      change(['approvers: [bea, omar, sam]', 'approvers: [omar, sam]']),
      undefined,
      'they left approvers',
    ],
    [
      'left the Slack group',
      (small) => small.people.setGroup('S0APPROVE1', ['omar', 'sam']),
      slackGroup,
      'they left approvers',
    ],
    [
      'left the Slack group and came back',
      async (small) => {
        const see = (...members: SlackUserId[]) =>
          small.store.transact((tx) => tx.groups.see('S0APPROVE1', members, small.clock.now()));
        await see(slackIds.bea, slackIds.omar, slackIds.sam);
        await see(slackIds.omar, slackIds.sam);
        await see(slackIds.bea, slackIds.omar, slackIds.sam);
      },
      slackGroup,
      'they joined approvers less than 1 day ago',
    ],
    ['was deactivated', becomes('deactivated'), undefined, 'their Slack account is deactivated'],
    ['became a guest', becomes('guest'), undefined, 'they are a guest now'],
    ['is a bot after all', becomes('bot'), undefined, 'the account is a bot’s'],
    ['moved to another workspace', becomes('other-workspace'), undefined, 'they are of another workspace'],
    [
      'is not known to Slack any more',
      becomes('unknown-user'),
      undefined,
      'Slack does not know their account any more',
    ],
    ['cannot be proven to be a member', becomes('unproven'), undefined, unproven],
    [
      'turned out to be the requester',
      change(['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0BEA00001]'], ['slack: U0BEA00001', 'slack: U0BEA00009']),
      undefined,
      'the account they approved with is somebody else’s now',
    ],
  ];

  test.each(ways)(
    'A7, A8, A10 · who %s sends the request back, and the reason is said',
    async (...[, then, policy, why]) => {
      const { small, id, state, outcome } = await afterApproval(then, policy === undefined ? {} : { policy });
      expect({ state, outcome }).toEqual({
        state: 'pending',
        outcome: `Bea Lindqvist’s approval no longer counts: ${why}.`,
      });
      expect(small.vendor.arrivals).toEqual([]);
      expect(await small.store.read.requests.decisions(id)).toEqual([]);
      must(await decides(small, id, { who: 'omar' }));
      await executeApproved(small.house);
      expect((await standing(small, id)).state).toBe('succeeded');
    },
  );

  test('A8 · sends a key back that was about to be collected', async () => {
    const { small, pressed, state } = await afterApproval((small) => small.people.becomes('bea', 'deactivated'), {
      wish: 'a new key',
    });
    expect(pressed?.outcome).toMatchObject({ kind: 'failed' });
    expect(pressed?.shown).toEqual([]);
    expect(state).toBe('pending');
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('is one too few where two were asked, and the other approval stays', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
    });
    const id = await approved(small, 'revoke her key');
    must(await decides(small, id, { who: 'omar' }));
    small.people.becomes('bea', 'deactivated');
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('pending');
    expect((await small.store.read.requests.decisions(id)).map(({ person }) => person)).toEqual(['omar']);
  });
});

describe('when Slack cannot be asked', () => {
  test.each([
    ['about anybody', undefined],
    ['about anybody, nor who is in the group', slackGroup],
  ])('%s, nothing is sent and nothing is decided by that', async (_, policy) => {
    const { small, id, state } = await afterApproval(
      (small) => {
        small.people.isUnreachable = true;
      },
      policy === undefined ? {} : { policy },
    );
    expect(state).toBe('approved');
    expect(small.vendor.arrivals).toEqual([]);
    small.people.isUnreachable = false;
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  test('who is in the group, though it knows each person, the request waits as it is', async () => {
    const small = await openSmallHouse({ policy: slackGroup });
    small.people.setGroup('S0APPROVE1', ['bea', 'omar', 'sam']);
    const id = await approved(small, 'revoke her key');
    const { people } = small.house;
    const { house } = small.restarted((house) => ({
      ...house,
      people: {
        standing: (user, maxAgeMs) => people.standing(user, maxAgeMs),
        zone: () => Promise.resolve(null),
        roster: () => Promise.resolve({ known: true, accounts: [] }),
        userGroup: () => Promise.resolve({ known: false, why: 'Slack said ratelimited' }),
      },
    }));
    await executeApproved(house);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
    expect(await small.store.read.requests.decisions(id)).toHaveLength(1);
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('a key is not made, and can be asked for again by another press', async () => {
    const { small, id, pressed, state } = await afterApproval(
      (small) => {
        small.people.becomes('bea', 'slack-unreachable');
      },
      { wish: 'a new key' },
    );
    expect(pressed?.outcome).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('Nothing was made') as string,
    });
    expect(state).toBe('waiting');
    small.people.becomes('bea', 'member');
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });
});

describe('a requester who is gone', () => {
  test('takes the request along', async () => {
    const { small, state, outcome } = await afterApproval((small) => small.people.becomes('erin', 'deactivated'));
    expect({ state, outcome }).toEqual({
      state: 'stale',
      outcome: 'Stopped before anything was sent: Erin Vale is no longer a full member of this workspace.',
    });
    expect(small.vendor.arrivals).toEqual([]);
  });
});

describe('a policy that changed since', () => {
  test('and asks for more people sends the request back with what it has', async () => {
    const { small, id, state, outcome } = await afterApproval(
      change(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
    );
    expect({ state, outcome }).toEqual({ state: 'pending', outcome: 'The policy now asks for more approvals.' });
    expect(small.vendor.arrivals).toEqual([]);
    must(await decides(small, id, { who: 'omar' }));
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  test('A17 · and asks for fewer does not make do with fewer than was asked', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
    });
    const id = await approved(small, 'revoke her key');
    must(await decides(small, id, { who: 'omar' }));
    small.setPolicy(smallPolicy());
    small.people.becomes('bea', 'deactivated');
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('pending');
    expect(small.vendor.arrivals).toEqual([]);
  });

  test.each([
    ['off', 'is switched off|“live” section says off'],
    ['plan-only', 'keys.revoke is plan-only now, so nothing may be sent'],
  ])('and says live: %s ends what was approved under “on”, unsent', async (mode, why) => {
    const { small, state, outcome } = await afterApproval(change(['live: on', `live: ${mode}`]));
    expect(state).toBe('stale');
    expect(outcome).toMatch(new RegExp(why));
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('and says live: plan-only lets no key be made', async () => {
    const { small, pressed, state } = await afterApproval(change(['live: on', 'live: plan-only']), {
      wish: 'a new key',
    });
    expect(pressed?.outcome.kind).toBe('failed');
    expect(state).toBe('stale');
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('and says live: on does not send what was approved as plan-only', async () => {
    const { small, state } = await afterApproval(change(), { policy: smallPolicy(['live: on', 'live: plan-only']) });
    expect(state).toBe('simulated');
    expect(small.vendor.arrivals).toEqual([]);
  });
});

test('A8 · evidence about the people of an approval is at most a minute old when it is used', async () => {
  const small = await openSmallHouse();
  await approved(small, 'revoke her key');
  small.people.asked.length = 0;
  await executeApproved(small.house);
  expect(small.people.asked.map(({ user }) => user).toSorted()).toEqual(['U0BEA00001', 'U0ERIN0001'].map(slackUserId));
  expect(small.people.asked.every(({ maxAgeMs }) => maxAgeMs <= 60_000)).toBe(true);
});

test('B7 · another installation’s request is never carried out', async () => {
  const small = await openSmallHouse();
  const id = await approved(small, 'revoke her key');
  const { house } = small.restarted((house) => ({ ...house, deployment: 'staging' }));
  await executeApproved(house);
  expect(small.vendor.arrivals).toEqual([]);
  expect((await recordOf(small, id)).state).toBe('approved');
  expect(small.log.messages('error')).toEqual(['Carrying out a request failed']);
});
