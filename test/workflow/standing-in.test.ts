import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { at } from '../support/cast.ts';
import { keepPolicy } from '../support/keep-policy.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { decides, must, recordOf, requested, standing } from '../support/walk.ts';

const after = (span: string, count = 1): readonly PolicyChange[] => [
  [
    'approvers: [bea, omar, sam]',
    `approvers: { people: [bea, omar, sam], fallback: stand-ins, escalate_after: ${span} }\n  stand-ins: [priya]`,
  ],
  ['destructive: { approvals: 1', `destructive: { approvals: ${count}`],
];
const inTwoHours = smallPolicy(...after('2h'));

async function waiting(policy = inTwoHours) {
  const small = await openSmallHouse({ policy });
  await keepPolicy(small, policy);
  return { small, id: await requested(small, 'revoke her key') };
}

test('A17 · whoever stands in for others counts from the moment under the digest on, and is told of it before', async () => {
  const { small, id } = await waiting();
  const { terms, createdAt } = await recordOf(small, id);
  expect(terms.requirements).toEqual([
    { count: 1, from: ['approvers'], later: [{ from: 'stand-ins', at: createdAt + 2 * hourMs }] },
  ]);
  small.clock.forward(2 * hourMs - 1);
  expect(await decides(small, id, { who: 'priya' })).toMatchObject({
    code: 'decision.not-eligible',
    rule: expect.stringContaining('people in stand-ins do as well.'),
  });
  expect((await small.useCases.picture(id))?.later).toEqual([{ from: 'stand-ins', at: createdAt + 2 * hourMs }]);
  small.clock.forward(1);
  must(await decides(small, id, { who: 'priya' }));
  await executeApproved(small.house);
  expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
});

test('A17 · a policy that lets others stand in sooner, or at all, changes nothing of what was asked for before', async () => {
  for (const before of [smallPolicy(), inTwoHours]) {
    const { small, id } = await waiting(before);
    await keepPolicy(small, smallPolicy(...after('30m')));
    small.clock.forward(hourMs);
    await decides(small, id, { who: 'priya' });
    expect(await standing(small, id)).toMatchObject({ state: 'pending' });
    // What was said before the moment that stands under the digest does not come to count with it.
    small.clock.forward(3 * hourMs);
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
  }
});

test('A17 · a policy that no longer lets others stand in ends it for what was asked for before', async () => {
  const { small, id } = await waiting();
  await keepPolicy(
    small,
    smallPolicy(['approvers: [bea, omar, sam]', 'approvers: [bea, omar, sam]\n  stand-ins: [priya]']),
  );
  small.clock.forward(3 * hourMs);
  must(await decides(small, id, { who: 'priya' }));
  await executeApproved(small.house);
  expect(small.vendor.arrivals).toEqual([]);
  expect(await standing(small, id)).toMatchObject({ state: 'pending' });
});

test('A17 · before its moment no vote of a fallback ever counts, and the number of people never shrinks', async () => {
  const votes = fc.array(
    fc.record({ who: fc.constantFrom('bea', 'omar', 'priya'), waitMs: fc.integer({ min: 1, max: 50 * minuteMs }) }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(votes, async (cast) => {
      const { small, id } = await waiting(smallPolicy(...after('1h', 2)));
      const { createdAt } = await recordOf(small, id);
      for (const { who, waitMs } of cast) {
        small.clock.forward(waitMs);
        await decides(small, id, { who });
      }
      await executeApproved(small.house);
      const decisions = await small.store.read.requests.decisions(id);
      expect(decisions.filter((one) => one.person === 'priya' && one.at < createdAt + hourMs)).toEqual([]);
      const isMet = (await standing(small, id)).state !== 'pending';
      expect(isMet).toBe(new Set(decisions.map(({ person }) => person)).size >= 2);
    }),
    { numRuns: 15 },
  );
});

test('a denial by somebody who stands in for others counts no sooner either', async () => {
  const { small, id } = await waiting();
  expect(await decides(small, id, { who: 'priya', kind: 'deny' })).toMatchObject({ code: 'decision.not-eligible' });
  expect(await small.useCases.stepAside({ requestId: id, back: false, caller: at('priya') })).toMatchObject({
    code: 'decision.not-eligible',
  });
});
