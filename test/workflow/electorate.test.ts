import { expect, test } from 'vitest';
import { executeApproved } from '#workflow/execute-request.ts';
import type { ActivePolicy } from '#workflow/house.ts';
import type { Somebody } from '../support/cast.ts';
import { keepPolicy } from '../support/keep-policy.ts';
import { unreadSentence } from '#workflow/electorate.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { approved, decides, requested, standing } from '../support/walk.ts';

const twoApprove: PolicyChange = ['destructive: { approvals: 1', 'destructive: { approvals: 2'];
const security: PolicyChange = [
  'destructive: { approvals: 1, from: approvers }',
  'destructive: { approvals: 1, from: security }',
];

const ways: readonly [string, ActivePolicy, ActivePolicy, readonly Somebody[]][] = [
  ['fewer people than were asked for', smallPolicy(twoApprove), smallPolicy(), ['bea', 'omar']],
  ['more people than were asked for', smallPolicy(), smallPolicy(twoApprove), ['bea', 'omar']],
  ['people out of a wider group', smallPolicy(security), smallPolicy(), ['sam']],
  ['people out of a narrower group', smallPolicy(), smallPolicy(security), ['sam']],
];

test.each(ways)(
  'A17 · a policy that comes to ask for %s in the meantime lowers nothing',
  async (...[, then, now, enough]) => {
    const small = await openSmallHouse({ policy: then });
    await keepPolicy(small, then);
    const id = await requested(small, 'revoke her key');
    await keepPolicy(small, now);
    for (const who of enough) {
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      await decides(small, id, { who });
    }
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
  },
);

const grown = smallPolicy(['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam, priya]']);

// GHSA-76cc-p55w-63g3: whoever may edit an access list must not thereby help their own pending request.
test('A17 · whoever was added to the approvers decides on nothing that was asked for before', async () => {
  const small = await openSmallHouse();
  await keepPolicy(small, smallPolicy());
  const before = await requested(small, 'revoke her key');
  await keepPolicy(small, grown);
  await decides(small, before, { who: 'priya' });
  expect(await standing(small, before)).toMatchObject({ state: 'pending' });
  const after = await requested(small, 'revoke in production');
  await decides(small, after, { who: 'priya' });
  expect(await standing(small, after)).toMatchObject({ state: 'approved' });
  await decides(small, before, { who: 'bea' });
  expect(await standing(small, before)).toMatchObject({ state: 'approved' });
});

test('A17 · whoever left the approvers since no longer counts, although they did when it was asked for', async () => {
  const small = await openSmallHouse({ policy: grown });
  await keepPolicy(small, grown);
  const id = await approved(small, 'revoke her key', 'priya');
  await keepPolicy(small, smallPolicy());
  await executeApproved(small.house);
  expect(small.vendor.arrivals).toEqual([]);
  expect(await standing(small, id)).toMatchObject({ state: 'pending' });
});

test('A17 · whoever only now counts for a policy cannot lower what an earlier one asked, by being listed twice', async () => {
  const small = await openSmallHouse();
  await keepPolicy(small, smallPolicy());
  const id = await requested(small, 'revoke her key');
  const doubled = smallPolicy(
    ['slack: U0BEA00001', 'slack: [U0BEA00001, U0PRIYA001]'],
    ['  priya: { name: Priya Raman, slack: U0PRIYA001, openai: priya@acme.example }\n', ''],
  );
  await keepPolicy(small, doubled);
  await decides(small, id, { who: 'priya' });
  expect(await standing(small, id)).toMatchObject({ state: 'pending' });
});

test.each([
  [['approvers'], 'Slack could not be asked who is in approvers.'],
  [['project-owners'], 'OpenAI could not be asked who owns the project.'],
  [
    ['approvers', 'security', 'project-owners'],
    'Slack could not be asked who is in approvers and security. OpenAI could not be asked who owns the project.',
  ],
])('of %j it is said who could not be asked', (unread, sentence) => {
  expect(unreadSentence(unread)).toBe(sentence);
});
