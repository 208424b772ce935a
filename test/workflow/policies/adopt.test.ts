import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { requirePolicy } from '#workflow/policies/read-policy.ts';
import { at, type Somebody } from '../../support/cast.ts';
import { kindsRemembered } from '../../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { approved, decides, must, recordOf, standing } from '../../support/walk.ts';

// How an approver has to look at what is critical has stories of its own.
const TEXT = readFileSync('test/support/small-policy.yml', 'utf8').replace('critical: {', 'critical: { dwell: 0s,');
const file = (was: string, is: string) => requirePolicy({ text: TEXT.replace(was, is), file: 'policy.yml' });
const grown = file('[bea, omar, sam]', '[bea, omar, sam, priya]');

async function draftsAdoption(small: SmallHouse, who: Somebody = 'erin', version: string | null = null) {
  return small.useCases.draft({
    operationId: operationId('policy.adopt'),
    input: { version },
    reason: 'Priya joins',
    caller: at(who),
  });
}

async function asksAdoption(small: SmallHouse, who: Somebody = 'erin', version: string | null = null) {
  const drafted = await draftsAdoption(small, who, version);
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const requestId = drafted.picture.record.terms.id;
  must(await small.useCases.submit({ requestId, typedName: drafted.picture.typeToConfirm, caller: at(who) }));
  return requestId;
}

/** A house whose first policy is kept, and to which a looser file was given. */
async function proposedTo(policy = grown): Promise<SmallHouse> {
  const first = requirePolicy({ text: TEXT, file: 'policy.yml' });
  const small = await openSmallHouse({ policy: { policy: first.policy, digest: first.digest } });
  await small.store.transact((tx) => tx.policies.adopt({ ...first, how: 'founding', requestId: null, at: 0 }));
  small.propose(policy);
  return small;
}

describe('adopting a policy', () => {
  test('takes two people of the policy in force, and takes effect then and not before', async () => {
    const small = await proposedTo();
    const before = small.house.policy().digest;
    const id = await asksAdoption(small);
    await decides(small, id, { who: 'bea' });
    await executeApproved(small.house);
    expect(small.house.policy().digest).toBe(before);
    await decides(small, id, { who: 'omar' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    expect(small.house.policy().digest).toBe(grown.digest);
    expect(await small.store.read.policies.inForce()).toMatchObject({
      digest: grown.digest,
      how: 'request',
      requestId: id,
    });
    expect(await kindsRemembered(small)).toContain('policy.adopted');
  });

  test('A17 · is decided by nobody whom only the new policy would let', async () => {
    const small = await proposedTo();
    const id = await asksAdoption(small);
    await decides(small, id, { who: 'bea' });
    await decides(small, id, { who: 'priya' });
    expect(await standing(small, id)).toMatchObject({ state: 'pending' });
  });

  test('needs two people also where the policy would let one decide on what is critical', async () => {
    const [two, one] = ['dwell: 0s, approvals: 2', 'dwell: 0s, approvals: 1'];
    const small = await openSmallHouse({ policy: file(two, one) });
    small.propose(requirePolicy({ text: grown.text.replace(two, one), file: 'policy.yml' }));
    const id = await asksAdoption(small);
    await decides(small, id, { who: 'bea' });
    expect(await standing(small, id)).toMatchObject({ state: 'pending' });
  });

  test.each(['live: off', 'live: plan-only'])(
    'is possible also under %s, or nobody could ever switch it on',
    async (live) => {
      const small = await openSmallHouse({ policy: file('live: on', live) });
      small.propose(requirePolicy({ text: TEXT, file: 'policy.yml' }));
      const id = await asksAdoption(small);
      await decides(small, id, { who: 'bea' });
      await decides(small, id, { who: 'omar' });
      await executeApproved(small.house);
      expect(small.house.policy().policy.live.default).toBe('on');
    },
  );

  test('stops where the file or the policy in force is another one by then', async () => {
    const small = await proposedTo();
    const id = await asksAdoption(small);
    await decides(small, id, { who: 'bea' });
    await decides(small, id, { who: 'omar' });
    small.propose(file('[bea, omar, sam]', '[bea, omar, sam, erin]'));
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'stale' });
    expect(small.house.policy().digest).not.toBe(grown.digest);
  });

  test('shows each difference, and what it would have made of what was asked for lately', async () => {
    const small = await proposedTo(file('destructive: { approvals: 1', 'destructive: { approvals: 2'));
    await approved(small, 'revoke her key');
    const drafted = await draftsAdoption(small, 'omar');
    if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
    const { plan } = drafted.picture.record.terms;
    expect(plan.tier).toBe('critical');
    expect(plan.changes).toEqual([
      {
        label: 'Tighter',
        before: null,
        after: 'A destructive change would need 2 people from approvers instead of 1 person from approvers.',
      },
    ]);
    expect(plan.warnings).toEqual([
      'Of 1 request of the last 90 days, 1 would not have gone through as they did, none would have needed fewer people and none more.',
    ]);
  });

  test('is undone by adopting the earlier one, which takes two people too', async () => {
    const small = await proposedTo();
    const first = small.house.policy().digest;
    const id = await asksAdoption(small);
    for (const who of ['bea', 'omar'] as const) await decides(small, id, { who });
    await executeApproved(small.house);
    const { inverse } = (await recordOf(small, id)).terms.plan;
    expect(inverse).toMatchObject({ verdict: 'exact', operation: 'policy.adopt', input: { version: 'P-1' } });
    const back = await asksAdoption(small, 'sam', 'P-1');
    for (const who of ['bea', 'omar'] as const) await decides(small, back, { who });
    await executeApproved(small.house);
    expect(await standing(small, back)).toMatchObject({ state: 'succeeded' });
    expect(small.house.policy().digest).toBe(first);
  });

  test.each([
    ['where no file waits', null, 'policy.adopt.none'],
    ['of a version that never was', 'P-7', 'policy.adopt.unknown'],
    ['of the version in force', 'P-1', 'policy.adopt.same'],
  ])('is refused %s', async (_, version, code) => {
    const small = await proposedTo();
    small.propose(null);
    expect(await draftsAdoption(small, 'erin', version)).toMatchObject({ kind: 'refusal', code });
  });
});
