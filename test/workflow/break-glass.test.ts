import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { at, type Somebody } from '../support/cast.ts';
import { kindsRemembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { asks, decides, must, recordOf, standing, type Wish } from '../support/walk.ts';

const incident = 'https://incidents.acme.example/INC-7';
const section = `break_glass:
  people: [sam, bea]
  operations: [keys.revoke, keys.issue]
  lifetime: 15m
  incident: https://incidents.acme.example/*
  notify: [approvers]
live: on`;

const open = (...changes: readonly PolicyChange[]) =>
  openSmallHouse({ policy: smallPolicy(['live: on', section], ...changes) });

const drafts = (
  small: SmallHouse,
  wish: Wish = 'revoke her key',
  { who = 'sam', link = incident }: { who?: Somebody; link?: string | null } = {},
) => small.useCases.draft({ ...asks[wish], reason: 'it is public', emergency: { incident: link }, caller: at(who) });

async function breaks(small: SmallHouse, wish?: Wish, who: Somebody = 'sam') {
  const drafted = await drafts(small, wish, { who });
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const { id } = drafted.picture.record.terms;
  must(await small.useCases.submit({ requestId: id, typedName: drafted.picture.typeToConfirm, caller: at(who) }));
  return id;
}

describe('break-glass', () => {
  test('A16 · runs on one person’s word, with the link, the debt and the loud post committed before anything is sent', async () => {
    const small = await open();
    small.vendor.beforeChange = async () => {
      expect(await small.store.read.debts.open()).toMatchObject([{ by: { personId: 'sam' }, incident }]);
      const due = await small.store.read.outbox.due(small.clock.now(), 100);
      const loud = due.filter(({ key }) => key.startsWith('break-glass:'));
      expect(loud.map(({ payload }) => payload['channel'])).toEqual(['C0ALERTS01', 'C0APPROVE1', 'C0AUDIT001']);
      expect(loud[0]?.payload).toMatchObject({
        text: expect.stringContaining('BREAK-GLASS by Sam Okafor') as unknown,
        mention: ['U0BEA00001', 'U0OMAR0001'],
      });
      expect(await kindsRemembered(small)).toEqual(expect.arrayContaining(['glass.broken', 'debt.opened']));
    };
    const id = await breaks(small);
    expect((await recordOf(small, id)).terms.warrant).toMatchObject({ by: 'break-glass', debt: { incident } });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    expect(small.vendor.arrivals).toHaveLength(1);
  });

  test('A16 · a second use before the review is refused, also to one that was asked for before the first ran', async () => {
    const small = await open();
    const early = await drafts(small, 'revoke in production');
    const [one, other] = [await breaks(small), await breaks(small, 'a new key')];
    await executeApproved(small.house);
    expect(await standing(small, one)).toMatchObject({ state: 'succeeded' });
    expect(await drafts(small, 'revoke one of two keys of an account')).toMatchObject({ code: 'break-glass.debt' });
    if (early.kind !== 'drafted') throw new Error('The first was not refused');
    const { record, typeToConfirm } = early.picture;
    const sent = await small.useCases.submit({
      requestId: record.terms.id,
      typedName: typeToConfirm,
      caller: at('sam'),
    });
    expect(sent).toMatchObject({ kind: 'refusal', code: 'break-glass.debt' });
    const collected = await small.useCases.collect({
      requestId: other,
      caller: at('sam'),
      show: () => Promise.resolve(true),
      onWait: () => undefined,
    });
    expect(collected).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('D-1') as unknown });
    expect(await standing(small, other)).toMatchObject({ state: 'stale' });
    expect(await small.store.read.debts.open()).toHaveLength(1);
  });

  test('A16 · is free again after another person has reviewed the debt', async () => {
    const small = await open();
    await breaks(small);
    await executeApproved(small.house);
    const ask = { operationId: operationId('debts.close'), input: { debt: 'D-1' }, reason: 'it was right' };
    const closing = await small.useCases.draft({ ...ask, caller: at('sam') });
    if (closing.kind !== 'drafted') throw new Error(JSON.stringify(closing));
    const { id } = closing.picture.record.terms;
    must(await small.useCases.submit({ requestId: id, typedName: null, caller: at('sam') }));
    must(await decides(small, id, { who: 'omar' }));
    await executeApproved(small.house);
    expect(await drafts(small, 'revoke in production')).toMatchObject({ kind: 'drafted' });
  });

  test.each([
    ['somebody who is not named', { who: 'erin' }, 'break-glass.not-named'],
    ['no link to an incident', { link: null }, 'break-glass.no-incident'],
    ['a link to something else', { link: 'https://acme.example/INC-7' }, 'break-glass.no-incident'],
  ] as const)('A16 · is refused for %s', async (_, how, code) => {
    expect(await drafts(await open(), 'revoke her key', how)).toMatchObject({ kind: 'refusal', code });
  });

  test('is refused where the policy has none, and where it denies the wish itself', async () => {
    expect(await drafts(await openSmallHouse())).toMatchObject({ code: 'break-glass.off' });
    const denial =
      'rules:\n  - { name: No revoking, operations: keys.revoke, requesters: everyone, deny: true, why: never }';
    expect(await drafts(await open(['rules:', denial]))).toMatchObject({ kind: 'refusal', code: 'policy.denied' });
  });

  test('ends with its time: what was not collected by then is not made', async () => {
    const small = await open();
    const id = await breaks(small, 'a new key');
    small.clock.forward(15 * minuteMs);
    await expireRequests(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'expired' });
    expect(await small.store.read.debts.open()).toEqual([]);
  });

  test('passes every other gate: a freeze holds it', async () => {
    const small = await open();
    await small.useCases.stop({
      operationId: operationId('freezes.freeze'),
      input: { scope: 'operation', project: null, user: null, operation: 'keys.revoke' },
      reason: 'wait',
      caller: at('bea'),
    });
    const id = await breaks(small);
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('ends unsent where the policy has taken it away meanwhile', async () => {
    const small = await open();
    const id = await breaks(small);
    small.setPolicy(smallPolicy());
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'stale' });
    expect(small.vendor.arrivals).toEqual([]);
    expect(await small.store.read.debts.open()).toEqual([]);
  });

  test('can be stopped by whoever could have denied it, while it has not begun', async () => {
    const small = await open();
    const id = await breaks(small, 'a new key');
    must(await small.useCases.cancel({ requestId: id, caller: at('omar') }));
    expect(await standing(small, id)).toMatchObject({ state: 'cancelled' });
  });

  test('sends nothing and owes nothing under plan-only', async () => {
    const small = await open(['live: on', 'live: plan-only']);
    const id = await breaks(small);
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'simulated' });
    expect(await small.store.read.debts.open()).toEqual([]);
  });
});
