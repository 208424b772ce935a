import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openingOf } from '#workflow/rollout/opening.ts';
import { statusOf } from '#workflow/status.ts';
import { at, type Somebody } from '../support/cast.ts';
import { enrolsCodes } from '../support/enrolling.ts';
import { keysToBePosted, kindsRemembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { type HouseOptions, openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, decides, drafted, drafts, recordOf, requested, standing } from '../support/walk.ts';

const unhurried = smallPolicy(['critical: { approvals: 2,', 'critical: { dwell: 0s, approvals: 2,']);
const open = (more: HouseOptions = {}) => openSmallHouse({ policy: unhurried, opening: openingOf(true), ...more });

interface Wish {
  readonly operations: string;
  readonly mode: 'off' | 'plan-only' | 'on';
  readonly for?: string;
}

function holds(small: SmallHouse, wish: Wish, who: Somebody = 'sam') {
  const input = { for: null, ...wish };
  return small.useCases.stop({ operationId: operationId('rollout.hold'), input, reason: 'it is odd', caller: at(who) });
}

function draftsOpening(small: SmallHouse, wish: Wish, who: Somebody = 'erin') {
  const input = { for: null, ...wish };
  return small.useCases.draft({
    operationId: operationId('rollout.open'),
    input,
    reason: 'two quiet weeks',
    caller: at(who),
  });
}

/** Asks to open; answers the request. */
async function asksToOpen(small: SmallHouse, wish: Wish) {
  const draft = await draftsOpening(small, wish);
  if (draft.kind !== 'drafted') throw new Error(JSON.stringify(draft));
  const { id } = draft.picture.record.terms;
  await small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') });
  return id;
}

/** Opens with two people; answers how that request ended. */
async function opens(small: SmallHouse, wish: Wish) {
  const id = await asksToOpen(small, wish);
  for (const who of ['bea', 'omar'] as const) await decides(small, id, { who });
  await executeApproved(small.house);
  return standing(small, id);
}

describe('before anybody opened it', () => {
  test('a change goes through as a plan, and whoever asks is told why', async () => {
    const small = await open();
    const id = await approved(small, 'revoke her key');
    const { terms } = await recordOf(small, id);
    expect(terms).toMatchObject({ mode: 'plan-only', held: 'nobody has opened keys.revoke here yet' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'simulated' });
    expect(small.vendor.arrivals).toEqual([]);
  });
});

describe('opening', () => {
  test('takes two people, and then what is approved is sent', async () => {
    const small = await open();
    const id = await asksToOpen(small, { operations: 'keys.*', mode: 'on' });
    await decides(small, id, { who: 'bea' });
    await executeApproved(small.house);
    expect(await small.store.read.rollout.words()).toEqual([]);
    await decides(small, id, { who: 'omar' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    expect(await small.store.read.rollout.words()).toMatchObject([
      { kind: 'open', requestId: id, why: 'two quiet weeks' },
    ]);
    expect(await kindsRemembered(small)).toContain('rollout.opened');
    const revoked = await approved(small, 'revoke her key');
    await executeApproved(small.house);
    expect(await standing(small, revoked)).toMatchObject({ state: 'succeeded' });
  });

  test('for one group leaves everybody else where they were', async () => {
    const small = await open();
    await opens(small, { operations: 'keys.*', mode: 'on', for: 'approvers' });
    expect((await recordOf(small, await drafted(small, 'revoke her key'))).terms.mode).toBe('plan-only');
    const theirs = await drafts(small, 'revoke one of two keys of an account', 'omar');
    expect(theirs).toMatchObject({ picture: { record: { terms: { mode: 'on' } } } });
  });

  test('what was approved as a plan stays a plan', async () => {
    const small = await open();
    const id = await approved(small, 'revoke her key');
    await opens(small, { operations: 'keys.*', mode: 'on' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'simulated' });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('is not done over the head of whoever held it back since', async () => {
    const small = await open();
    const id = await asksToOpen(small, { operations: 'keys.*', mode: 'on' });
    await holds(small, { operations: 'keys.revoke', mode: 'off' });
    for (const who of ['bea', 'omar'] as const) await decides(small, id, { who });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'stale' });
    expect(await small.store.read.rollout.words()).toMatchObject([{ kind: 'hold' }]);
  });

  test.each([
    [{ operations: 'kees.*', mode: 'on' }, 'rollout.unknown'],
    [{ operations: 'keys.list', mode: 'on' }, 'rollout.unknown'],
    [{ operations: 'keys.*', mode: 'on', for: 'nobodies' }, 'rollout.no-group'],
    [{ operations: 'keys.*', mode: 'plan-only' }, 'rollout.open.same'],
  ] as const)('%j is refused as %s', async (wish, code) => {
    const small = await open();
    expect(await draftsOpening(small, wish)).toMatchObject({ kind: 'refusal', code });
  });

  test('is refused where the policy lets nothing of it go further', async () => {
    const small = await open({ policy: smallPolicy(['live: on', 'live: plan-only']) });
    expect(await draftsOpening(small, { operations: 'keys.*', mode: 'on' })).toMatchObject({
      code: 'rollout.open.ceiling',
    });
  });
});

describe('holding back', () => {
  test('takes effect at once, by one person, and is said everywhere', async () => {
    const small = await openSmallHouse();
    expect(await holds(small, { operations: 'keys.*', mode: 'plan-only' })).toMatchObject({ kind: 'done' });
    expect(await kindsRemembered(small)).toEqual(['rollout.held']);
    const channels = ['C0ALERTS01', 'C0APPROVE1', 'C0AUDIT001'];
    expect(await keysToBePosted(small)).toEqual(channels.map((channel) => `rollout:1:${channel}`));
    expect((await recordOf(small, await drafted(small, 'revoke her key'))).terms).toMatchObject({
      mode: 'plan-only',
      held: 'Sam Okafor holds keys.* at plan-only (it is odd)',
    });
  });

  test('stops what was approved in earnest, unsent, and says why', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    await holds(small, { operations: 'keys.revoke', mode: 'plan-only' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toEqual({
      state: 'stale',
      outcome: expect.stringContaining('Sam Okafor holds keys.revoke at plan-only (it is odd)') as string,
    });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('is seen also when it comes after every gate was passed', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    const read = small.vendor.read.bind(small.vendor);
    small.vendor.read = async (call, how) => {
      small.vendor.read = read;
      await holds(small, { operations: 'keys.revoke', mode: 'off' });
      return read(call, how);
    };
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'stale' });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('keeps a preview that was drawn in earnest from being sent as one', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    await holds(small, { operations: 'keys.*', mode: 'plan-only' });
    const sent = await small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') });
    expect(sent).toMatchObject({ kind: 'refusal', code: 'submit.plan-only' });
  });

  test('at off refuses the asking', async () => {
    const small = await openSmallHouse();
    await holds(small, { operations: '*', mode: 'off' });
    expect(await drafts(small, 'a new key')).toMatchObject({ kind: 'refusal', code: 'rollout.off' });
  });

  test('is not for somebody of whom the policy does not speak', async () => {
    const small = await openSmallHouse();
    expect(await holds(small, { operations: '*', mode: 'off' }, 'zoe')).toMatchObject({ kind: 'refusal' });
    expect(await small.store.read.rollout.words()).toEqual([]);
  });
});

describe('what is critical', () => {
  const critical = smallPolicy(
    ['critical: { approvals: 2,', 'critical: { dwell: 0s, approvals: 2,'],
    ['live: on', 'protected: [search-dev, nightly-eval]\n\nlive: on'],
  );

  test('is planned only until two people have enrolled', async () => {
    const small = await open({ policy: critical });
    await opens(small, { operations: '*', mode: 'on' });
    const before = (await recordOf(small, await drafted(small, 'a new key'))).terms;
    expect(before).toMatchObject({ mode: 'plan-only', held: expect.stringContaining('two people') as string });
    for (const who of ['bea', 'omar'] as const) await enrolsCodes(small, who);
    small.clock.forward(24 * 3_600_000);
    expect((await recordOf(small, await drafted(small, 'a new key'))).terms.mode).toBe('on');
  });
});

test('the status says what is on', async () => {
  const small = await open();
  expect(await statusOf(small.house, small.house.store.read.requests)).toMatchObject({
    rollout: 'nothing was opened yet',
  });
  await opens(small, { operations: 'keys.*', mode: 'on' });
  expect((await statusOf(small.house, small.house.store.read.requests)).rollout).toContain(
    'keys.* for everyone put to on by Erin Vale',
  );
  await requested(small, 'revoke her key');
});
