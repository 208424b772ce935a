import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '#domain/instant.ts';
import { slackUserId } from '#domain/ids.ts';
import { at } from '../support/cast.ts';
import { keysToBePosted, remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved, collects, recordOf, requested, standing } from '../support/walk.ts';

const ACCOUNTS = '/organization/projects/proj_dev/service_accounts';

describe('collecting a key', () => {
  test('makes it at that moment, in three calls, and shows it once to whoever asked', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    expect(small.vendor.arrivals).toEqual([]);
    small.clock.forward(hourMs);
    const { outcome, shown } = await collects(small, id);
    expect(outcome).toMatchObject({
      kind: 'done',
      sentence: expect.stringContaining('this key is shown once') as string,
    });
    expect(small.vendor.sent()).toEqual([
      `POST ${ACCOUNTS}`,
      `POST ${ACCOUNTS}/user_made_1`,
      `POST ${ACCOUNTS}/user_made_1/api_keys`,
    ]);
    const key = small.vendor.organization.keys.get('key_made_2');
    expect(shown).toHaveLength(1);
    expect(shown[0]?.secret.reveal()).toBe(key?.value);
    expect(shown[0]).toMatchObject({ name: 'nightly-eval', projectName: 'search-dev', requestId: id });
    expect(await standing(small, id)).toEqual({ state: 'succeeded', outcome: 'Collected by Erin Vale.' });
  });

  test('gives the key an end that is the lease’s, however late it was collected', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.clock.forward(2 * hourMs);
    await collects(small, id);
    const body = small.vendor.arrivals[2]?.call.body;
    expect(body).toMatchObject({ expires_in_seconds: (30 * dayMs - 2 * hourMs) / 1000 });
  });

  test('begins a lease with owner, purpose and end, before anybody sees the key', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    let atShowing: unknown = null;
    await collects(small, id, {
      sees: async () => {
        atShowing = (await remembered(small)).map(({ kind }) => kind).slice(-2);
        return true;
      },
    });
    expect(atShowing).toEqual(['lease.started', 'secret.collected']);
    expect(await small.store.read.leases.byKey('key_made_2')).toMatchObject({
      accountId: 'user_made_1',
      ownerSlackId: 'U0ERIN0001',
      purpose: 'laptop lost',
      requestId: id,
      endedAt: null,
    });
  });

  test('tells everybody how it ended', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    await collects(small, id);
    expect(await keysToBePosted(small)).toEqual([`card:${id}`, `dm:${id}`, `story:${id}`]);
  });

  test('says how long it takes when OpenAI’s limit is used up', async () => {
    const small = await openSmallHouse();
    const requestId = await approved(small, 'a new key');
    const { vendor } = small.house;
    const { useCases } = small.restarted((house) => ({
      ...house,
      vendor: {
        read: (call, how) => vendor.read(call, how),
        isOwnKey: () => false,
        clockAheadMs: () => null,
        perform: (call, how) => {
          how.context.onWait?.({ ahead: 3, seconds: 39.2 });
          return vendor.perform(call, how);
        },
      },
    }));
    const said: string[] = [];
    await useCases.collect({
      requestId,
      caller: at('erin'),
      show: () => Promise.resolve(true),
      onWait: (text) => said.push(text),
    });
    expect(said[0]).toBe('3 ahead of you at OpenAI’s limit, about 40 s');
  });
});

describe('nobody else collects it', () => {
  test.each(['bea', 'priya', 'zoe'] as const)('not %s', async (who) => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    const { outcome, shown } = await collects(small, id, { who });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'request.not-yours', whoCan: 'Erin Vale can.' });
    expect(shown).toEqual([]);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await small.house.refusals.flush(small.house)).toBe(1);
  });

  test('not even another account of the same person', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['slack: U0ERIN0001', 'slack: [U0ERIN0001, U0ERIN0002]']),
    });
    const requestId = await approved(small, 'a new key');
    const outcome = await small.useCases.collect({
      requestId,
      caller: at(slackUserId('U0ERIN0002')),
      show: () => Promise.resolve(true),
      onWait: () => undefined,
    });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
    expect(small.vendor.arrivals).toEqual([]);
  });
});

describe('there is nothing to collect', () => {
  test('before it is approved', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    expect((await collects(small, id)).outcome).toMatchObject({ code: 'request.closed' });
  });

  test('once it was collected', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    await collects(small, id);
    const { outcome, shown } = await collects(small, id);
    expect(outcome).toMatchObject({ code: 'request.closed', rule: 'This is done already.' });
    expect(shown).toEqual([]);
    expect(small.vendor.arrivals).toHaveLength(3);
  });

  test('when the time to collect is over', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.clock.forward(24 * hourMs);
    expect((await collects(small, id)).outcome).toMatchObject({ code: 'request.closed' });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('from a request that there is not, or that makes nothing', async () => {
    const small = await openSmallHouse();
    expect((await collects(small, small.house.dice.requestId())).outcome).toMatchObject({ code: 'collect.unknown' });
    const id = await approved(small, 'revoke her key');
    expect((await collects(small, id)).outcome).toMatchObject({ code: 'request.closed' });
  });

  test('twice at the same time: one key is made, and the other press says so', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    const pressed = await Promise.all([collects(small, id), collects(small, id), collects(small, id)]);
    expect(pressed.filter(({ outcome }) => outcome.kind === 'done')).toHaveLength(1);
    expect(pressed.flatMap(({ shown }) => shown)).toHaveLength(1);
    expect(small.vendor.organization.madeAccounts()).toHaveLength(1);
    expect(pressed.filter(({ outcome }) => outcome.kind === 'refusal').map(({ outcome }) => outcome)).toMatchObject([
      { code: 'collect.pressed-twice' },
      { code: 'collect.pressed-twice' },
    ]);
  });
});

test('an approval lasts as long as it was given for, however often the key was made', async () => {
  const small = await openSmallHouse();
  const id = await approved(small, 'a new key');
  const { deadline } = await recordOf(small, id);
  small.clock.forward(hourMs);
  await collects(small, id, { sees: () => Promise.resolve(false) });
  expect((await recordOf(small, id)).deadline).toBe(deadline);
});
