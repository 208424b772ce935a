import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { at, type Somebody } from '../support/cast.ts';
import { keysToBePosted, kindsRemembered, remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { drafted, must, requested, standing, type Wish } from '../support/walk.ts';

async function sends(
  small: SmallHouse,
  how: { wish?: Wish; who?: Somebody; typedName?: string | null; before?: () => void } = {},
) {
  const { wish = 'revoke her key', who = 'erin', typedName = null } = how;
  const requestId = await drafted(small, wish);
  how.before?.();
  return { requestId, outcome: await small.useCases.submit({ requestId, typedName, caller: at(who) }) };
}

describe('sending a draft', () => {
  test('puts it before the approvers, and says who is needed', async () => {
    const small = await openSmallHouse();
    const { requestId, outcome } = await sends(small);
    expect(must(outcome)).toMatch(
      /^Sent as R-\S{8}\. It needs 1 person from approvers\. Countersign will write to you\.$/,
    );
    expect(await standing(small, requestId)).toEqual({ state: 'pending', outcome: '' });
    expect(await keysToBePosted(small)).toEqual([`card:${requestId}`, `dm:${requestId}`]);
  });

  test('is remembered with what was asked, why, by which rule and under which digest', async () => {
    const small = await openSmallHouse();
    const { requestId } = await sends(small);
    const record = await small.store.read.requests.find(requestId);
    const [made, moved] = await remembered(small);
    expect(made).toMatchObject({
      kind: 'request.made',
      who: 'U0ERIN0001',
      requestId,
      what: {
        operation: 'keys.revoke',
        digest: record?.digest,
        reason: 'laptop lost',
        rule: 'Everyone may ask to revoke a key',
        mode: 'on',
        target: { kind: 'key', id: 'key_dev' },
        changes: ['Key: erin-laptop (sk-proj-dev...aaaa) → (gone)'],
      },
    });
    expect(moved).toMatchObject({ kind: 'request.moved', what: { from: 'draft', to: 'pending', revision: 1 } });
  });

  test('gives the approvers the time that the policy says, from when it was planned', async () => {
    const small = await openSmallHouse();
    const started = small.clock.now();
    const { requestId } = await sends(small, { before: () => small.clock.forward(10 * minuteMs) });
    const record = await small.store.read.requests.find(requestId);
    expect(record?.deadline).toBe(started + 24 * 60 * minuteMs);
  });
});

describe('what is not sent leaves no trace but a refusal', () => {
  const changes: readonly (readonly [name: string, how: Parameters<typeof sends>[1], code: string])[] = [
    ['somebody else’s preview', { who: 'bea' }, 'submit.not-yours'],
    ['a production target without its name', { wish: 'revoke in production' }, 'submit.typed-name'],
    [
      'a production target with another name',
      { wish: 'revoke in production', typedName: 'erin-pro' },
      'submit.typed-name',
    ],
    ['a production target in capitals', { wish: 'revoke in production', typedName: 'ERIN-PROD' }, 'submit.typed-name'],
  ];

  test.each(changes)('%s', async (_, how, code) => {
    const small = await openSmallHouse();
    const { requestId, outcome } = await sends(small, how);
    expect(outcome).toMatchObject({ kind: 'refusal', code });
    expect((await standing(small, requestId)).state).toBe('draft');
    expect(await kindsRemembered(small)).toEqual([]);
    expect(await keysToBePosted(small)).toEqual([]);
    expect(await small.house.refusals.flush(small.house)).toBe(1);
  });

  test('a preview that is half an hour old', async () => {
    const small = await openSmallHouse();
    const { requestId, outcome } = await sends(small, { before: () => small.clock.forward(30 * minuteMs) });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'submit.too-old' });
    expect((await standing(small, requestId)).state).toBe('draft');
    expect(await kindsRemembered(small)).toEqual([]);
  });

  test('a preview whose rule is gone', async () => {
    const small = await openSmallHouse();
    const before = () => small.setPolicy(smallPolicy(['live: on', 'live: off']));
    const { requestId, outcome } = await sends(small, { before });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'policy.off' });
    expect((await standing(small, requestId)).state).toBe('draft');
  });

  test('a request that there is not', async () => {
    const small = await openSmallHouse();
    const requestId = small.house.dice.requestId();
    expect(await small.useCases.submit({ requestId, typedName: null, caller: at('erin') })).toMatchObject({
      kind: 'refusal',
      code: 'submit.not-yours',
    });
  });
});

describe('in production', () => {
  test('the typed name sends it, whatever space stands around it', async () => {
    const small = await openSmallHouse();
    const { outcome } = await sends(small, { wish: 'revoke in production', typedName: ' erin-prod ' });
    expect(outcome.kind).toBe('done');
  });

  test('a project that became production since the preview asks for the name now', async () => {
    const small = await openSmallHouse();
    const before = () => small.setPolicy(smallPolicy(["['*-prod']", "['*-prod', '*-dev']"]));
    expect((await sends(small, { before })).outcome).toMatchObject({ code: 'submit.typed-name' });
  });
});

describe('how often', () => {
  test('a preview is sent once, however often Send is pressed', async () => {
    const small = await openSmallHouse();
    const requestId = await drafted(small, 'revoke her key');
    const press = () => small.useCases.submit({ requestId, typedName: null, caller: at('erin') });
    const outcomes = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject({ code: 'submit.sent' });
    expect(await kindsRemembered(small)).toEqual(['request.made', 'request.moved']);
  });

  test('F1 · one person has as many open requests as the policy allows', async () => {
    const small = await openSmallHouse();
    for (let n = 0; n < 5; n += 1) await requested(small, 'a new key');
    const { outcome } = await sends(small, { wish: 'a new key' });
    expect(outcome).toMatchObject({
      code: 'submit.too-many',
      rule: 'You have 5 open requests, and the policy allows 5 at a time.',
    });
    await requested(small, 'revoke her key', 'bea');
  });

  test('F1 · also when they are sent at the same instant', async () => {
    const small = await openSmallHouse();
    const ids = await Promise.all(Array.from({ length: 8 }, () => drafted(small, 'a new key')));
    const outcomes = await Promise.all(
      ids.map((requestId) => small.useCases.submit({ requestId, typedName: null, caller: at('erin') })),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(5);
  });
});
