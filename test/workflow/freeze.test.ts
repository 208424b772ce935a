import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { statusOf } from '#workflow/status.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { at, type Somebody } from '../support/cast.ts';
import { keysToBePosted, kindsRemembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, requested, standing } from '../support/walk.ts';

const everything = { scope: 'all', project: null, user: null, operation: null };

function freezes(small: SmallHouse, input: JsonObject = {}, who: Somebody = 'sam') {
  return small.useCases.stop({
    operationId: operationId('freezes.freeze'),
    input: { ...everything, ...input },
    reason: 'a laptop was stolen',
    caller: at(who),
  });
}

/** Asks to end a freeze; answers the request. */
async function thaws(small: SmallHouse, freeze = 'F-1', who: Somebody = 'erin') {
  const drafted = await small.useCases.draft({
    operationId: operationId('freezes.thaw'),
    input: { freeze },
    reason: 'it was found',
    caller: at(who),
  });
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const { id } = drafted.picture.record.terms;
  await small.useCases.submit({ requestId: id, typedName: null, caller: at(who) });
  return id;
}

describe('what is frozen', () => {
  test('is not sent although it was approved, and says why', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    const family = { scope: 'operation', operation: 'keys.*' };
    expect(await freezes(small, family)).toMatchObject({ kind: 'done' });
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
    expect((await small.useCases.picture(id))?.frozen).toBe(
      'Sam Okafor froze keys.* (a laptop was stolen). Two people thaw it: /openai thaw F-1.',
    );
  });

  test('F12 · is not sent when somebody freezes it after every gate was passed', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    const read = small.vendor.read.bind(small.vendor);
    small.vendor.read = async (call, how) => {
      await freezes(small, { scope: 'operation', operation: 'keys.revoke' });
      return read(call, how);
    };
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
  });

  test('F12 · goes no further between two calls of one request, and what was made half is taken back', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.vendor.beforeChange = async () => {
      small.vendor.beforeChange = () => Promise.resolve();
      await freezes(small);
    };
    const { outcome, shown } = await collects(small, id);
    expect(outcome).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('froze everything') as unknown });
    expect(shown).toEqual([]);
    const methods = small.vendor.arrivals.map(({ call }) => call.endpoint.split(' ')[0]);
    expect(methods).toEqual(['POST', 'DELETE']);
    expect(await standing(small, id)).toMatchObject({ state: 'waiting' });
    expect((await small.store.read.requests.effects(id)).map(({ part }) => part)).toEqual(['step', 'compensation']);
  });

  test('F12 · holds back what a person had a part in, as whoever asked and as whoever approved', async () => {
    for (const who of ['erin', 'bea']) {
      const small = await openSmallHouse();
      const id = await approved(small, 'a new key');
      const user = { id: `user_${who}`, email: `${who}@acme.example`, name: who };
      await freezes(small, { scope: 'person', user });
      expect((await collects(small, id)).outcome).toMatchObject({
        kind: expect.stringMatching(/refusal|failed/) as unknown,
      });
      expect(small.vendor.arrivals).toEqual([]);
      expect(await standing(small, id)).toMatchObject({ state: 'waiting' });
    }
  });

  test('cannot be collected', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    await freezes(small);
    const collected = await small.useCases.collect({
      requestId: id,
      caller: at('erin'),
      show: () => Promise.resolve(true),
      onWait: () => undefined,
    });
    expect(collected).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('froze everything') as unknown,
    });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('still lets a key be revoked, where everything is frozen', async () => {
    const small = await openSmallHouse();
    await freezes(small);
    const id = await approved(small, 'revoke her key');
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
  });
});

describe('what is frozen is shown', () => {
  test('on everybody’s desk and in the status', async () => {
    const small = await openSmallHouse();
    await freezes(small);
    const sentence = 'Sam Okafor froze everything (a laptop was stolen). Two people thaw it: /openai thaw F-1.';
    expect(await small.useCases.desk({ caller: at('priya') })).toMatchObject({ alarms: [`Frozen: ${sentence}`] });
    expect(await statusOf(small.house, small.store.read.requests)).toMatchObject({ frozen: [sentence] });
  });
});

describe('a freeze', () => {
  test('is said loudly in both channels and remembered, with who and why', async () => {
    const small = await openSmallHouse();
    await freezes(small);
    expect(await kindsRemembered(small)).toEqual(['freeze.begun']);
    expect((await keysToBePosted(small)).every((key) => key.startsWith('freeze:1:begun:'))).toBe(true);
  });

  test.each([
    ['a project without saying which', { scope: 'project' }, 'freezes.freeze.of-what'],
    [
      'somebody whom the policy does not bind',
      { scope: 'person', user: { id: 'user_x', email: 'x@acme.example', name: 'X' } },
      'freezes.freeze.of-what',
    ],
  ])('of %s is refused', async (_, input, code) => {
    const small = await openSmallHouse();
    expect(await freezes(small, input)).toMatchObject({ kind: 'refusal', code });
    expect(await small.store.read.freezes.active()).toEqual([]);
  });

  test('is not for somebody of whom the policy does not speak', async () => {
    const small = await openSmallHouse();
    expect(await freezes(small, {}, 'zoe')).toMatchObject({ kind: 'refusal', code: 'freezes.freeze.stranger' });
  });

  test('needs a reason', async () => {
    const small = await openSmallHouse();
    const input = everything;
    const outcome = await small.useCases.stop({
      operationId: operationId('freezes.freeze'),
      input,
      reason: '',
      caller: at('sam'),
    });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'input.reason' });
  });
});

describe('thawing', () => {
  test('takes a second person, and carries out what waited', async () => {
    const small = await openSmallHouse();
    const waits = await approved(small, 'revoke her key');
    await freezes(small, { scope: 'operation', operation: 'keys.*' });
    const id = await thaws(small);
    await executeApproved(small.house);
    expect(await small.store.read.freezes.active()).toHaveLength(1);
    await decides(small, id, { who: 'bea' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({
      state: 'succeeded',
      outcome: expect.stringContaining('F-1 is ended') as unknown,
    });
    expect(await small.store.read.freezes.active()).toEqual([]);
    await executeApproved(small.house);
    expect(await standing(small, waits)).toMatchObject({ state: 'succeeded' });
  });

  test('F12 · is nothing a frozen person has a part in: they neither ask nor count', async () => {
    const small = await openSmallHouse();
    await freezes(small, { scope: 'person', user: { id: 'user_bea', email: 'bea@acme.example', name: 'Bea' } });
    await expect(thaws(small, 'F-1', 'bea')).rejects.toThrow('freezes.thaw.frozen');
    const id = await thaws(small, 'F-1', 'erin');
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal', code: 'decision.own-benefit' });
    expect(await standing(small, id)).toMatchObject({ state: 'pending' });
    await decides(small, id, { who: 'omar' });
    await executeApproved(small.house);
    expect(await small.store.read.freezes.active()).toEqual([]);
  });

  test('takes two people whoever pulled it: not even the one who froze thaws alone', async () => {
    const small = await openSmallHouse();
    await freezes(small, {}, 'sam');
    const id = await thaws(small, 'F-1', 'sam');
    expect(await decides(small, id, { who: 'sam' })).toMatchObject({ kind: 'refusal', code: 'decision.own-request' });
    await executeApproved(small.house);
    expect(await small.store.read.freezes.active()).toHaveLength(1);
  });

  test('of a freeze that somebody else thawed first changes nothing and says so', async () => {
    const small = await openSmallHouse();
    await freezes(small);
    const [one, other] = [await thaws(small), await thaws(small, 'f-1', 'omar')];
    await decides(small, one, { who: 'bea' });
    await executeApproved(small.house);
    await decides(small, other, { who: 'bea' });
    await executeApproved(small.house);
    expect(await standing(small, other)).toMatchObject({ state: 'stale' });
  });

  test('works also where everything is plan-only, because nothing is sent', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['live: on', 'live: plan-only']) });
    await freezes(small);
    const id = await thaws(small);
    await decides(small, id, { who: 'bea' });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
  });

  test('is refused where nothing of that name is frozen', async () => {
    const small = await openSmallHouse();
    await requested(small, 'revoke her key');
    await expect(thaws(small, 'F-7')).rejects.toThrow('Nothing is frozen');
  });
});
