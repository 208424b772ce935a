import { describe, expect, test } from 'vitest';
import { hourMs } from '#domain/instant.ts';
import { slackUserId } from '#domain/ids.ts';
import { at, type Somebody } from '../support/cast.ts';
import { fakeOpenAiKey } from '../support/fake-secret.ts';
import { kindsRemembered, remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved, decides, must, recordOf, requested, standing } from '../support/walk.ts';

const twoApprovals = smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']);

describe('an approval', () => {
  test('that meets the quorum approves the request', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(must(await decides(small, id, { who: 'bea' }))).toContain('you approved it. It is being carried out.');
    expect((await standing(small, id)).state).toBe('approved');
  });

  test('of a key lets its requester collect it', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    expect(must(await decides(small, id, { who: 'bea' }))).toContain('Erin Vale can now collect the key.');
    expect((await standing(small, id)).state).toBe('waiting');
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('that is not enough says who is still needed', async () => {
    const small = await openSmallHouse({ policy: twoApprovals });
    const id = await requested(small, 'revoke her key');
    expect(must(await decides(small, id, { who: 'bea' }))).toContain('It still needs 1 person from approvers.');
    expect((await standing(small, id)).state).toBe('pending');
    must(await decides(small, id, { who: 'omar' }));
    expect((await standing(small, id)).state).toBe('approved');
  });

  test('A17 · counts against what was asked even if the policy asks for less by now, and the other way round', async () => {
    for (const [then, now] of [
      [twoApprovals, smallPolicy()],
      [smallPolicy(), twoApprovals],
    ] as const) {
      const small = await openSmallHouse({ policy: then });
      const id = await requested(small, 'revoke her key');
      small.setPolicy(now);
      must(await decides(small, id, { who: 'bea' }));
      expect((await standing(small, id)).state).toBe('pending');
      must(await decides(small, id, { who: 'omar' }));
      expect((await standing(small, id)).state).toBe('approved');
    }
  });

  test('is remembered with its digest and comment before the moves it causes', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    must(await decides(small, id, { who: 'bea', comment: 'fine by me' }));
    const told = (await remembered(small)).slice(2);
    expect(told.map(({ kind, what }) => [kind, what['to']])).toEqual([
      ['request.decided', undefined],
      ['request.moved', 'approved'],
      ['request.moved', 'waiting'],
    ]);
    const { digest } = await recordOf(small, id);
    expect(told[0]).toMatchObject({ who: 'U0BEA00001', what: { decision: 'approve', digest, comment: 'fine by me' } });
  });
});

describe('a denial', () => {
  test('ends the request with its reason', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    must(await decides(small, id, { who: 'bea', kind: 'deny', comment: 'still in use' }));
    expect(await standing(small, id)).toEqual({ state: 'denied', outcome: 'Denied by Bea Lindqvist: still in use' });
  });

  test('also ends one that is approved and not yet collected', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    must(await decides(small, id, { who: 'omar', kind: 'deny', comment: 'wrong project' }));
    expect((await standing(small, id)).state).toBe('denied');
  });

  test('needs a reason', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(await decides(small, id, { who: 'bea', kind: 'deny', comment: ' ' })).toMatchObject({
      code: 'decide.no-reason',
    });
    expect((await standing(small, id)).state).toBe('pending');
  });
});

describe('who does not count', () => {
  test.each(['priya', 'zoe'] as const)('%s is in no group that decides', async (who) => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(await decides(small, id, { who })).toMatchObject({
      code: 'decision.not-eligible',
      whoCan: 'Bea Lindqvist, Omar Haddad or Sam Okafor can.',
    });
  });

  test('B10 · nobody decides twice, and one person is never two', async () => {
    const small = await openSmallHouse({ policy: twoApprovals });
    const id = await requested(small, 'revoke her key');
    must(await decides(small, id, { who: 'bea' }));
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ code: 'decision.repeated' });
    expect((await standing(small, id)).state).toBe('pending');
  });

  test('A2 · a person with two accounts is one person', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(
        ['destructive: { approvals: 1', 'destructive: { approvals: 2'],
        ['slack: U0BEA00001', 'slack: [U0BEA00001, U0BEA00002]'],
      ),
    });
    const requestId = await requested(small, 'revoke her key');
    must(await decides(small, requestId, { who: 'bea' }));
    const { digest } = await recordOf(small, requestId);
    const caller = at(slackUserId('U0BEA00002'));
    expect(await small.useCases.decide({ requestId, kind: 'approve', comment: '', digest, caller })).toMatchObject({
      code: 'decision.repeated',
    });
  });
});

describe('a decision counts only', () => {
  test('B13 · for the digest that was seen', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(await decides(small, id, { who: 'bea', digest: 'ab'.repeat(32) })).toMatchObject({
      code: 'decide.too-late',
    });
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
  });

  test('B5 · before the time is up, to the millisecond', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    small.clock.forward(24 * hourMs);
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ code: 'request.closed' });
    expect((await standing(small, id)).state).toBe('pending');
  });

  test('until the last millisecond', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    small.clock.forward(24 * hourMs - 1);
    must(await decides(small, id, { who: 'bea' }));
  });

  test('B10 · once, however often Slack delivers it', async () => {
    const small = await openSmallHouse({ policy: twoApprovals });
    const id = await requested(small, 'revoke her key');
    const deliver = (who: Somebody) => decides(small, id, { who, deliveryKey: 'view:V1:hash' });
    must(await deliver('bea'));
    expect(await deliver('bea')).toMatchObject({ kind: 'refusal' });
    // Even in another person's name: the delivery is what was seen before.
    expect(await deliver('omar')).toMatchObject({ code: 'decide.too-late' });
    expect(await kindsRemembered(small)).toEqual(['request.made', 'request.moved', 'request.decided', 'request.moved']);
  });

  test('on a request that there is', async () => {
    const small = await openSmallHouse();
    const requestId = small.house.dice.requestId();
    const ask = { requestId, kind: 'approve', caller: at('bea') } as const;
    expect(await small.useCases.check(ask)).toMatchObject({ code: 'decide.unknown' });
    expect(await small.useCases.decide({ ...ask, comment: '', digest: '' })).toMatchObject({ code: 'decide.unknown' });
  });
});

describe('a comment', () => {
  test.each([
    ['a secret', `see ${fakeOpenAiKey()}`, 'decide.raw-key'],
    ['more than 500 characters', 'x'.repeat(501), 'decide.comment'],
    ['hidden characters', 'fine\u202eenif', 'decide.comment'],
  ])('with %s is refused, nothing is recorded, and the refusal is', async (_, comment, code) => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(await decides(small, id, { who: 'bea', comment })).toMatchObject({ code });
    expect((await standing(small, id)).state).toBe('pending');
    expect(await small.house.refusals.flush(small.house)).toBe(1);
  });
});

test('the look before a decision asks Slack afresh, and the decision takes evidence of a minute', async () => {
  const small = await openSmallHouse();
  const requestId = await requested(small, 'revoke her key');
  small.people.asked.length = 0;
  expect(await small.useCases.check({ requestId, kind: 'approve', caller: at('bea') })).toMatchObject({
    kind: 'may',
    picture: { record: { state: 'pending' } },
  });
  await decides(small, requestId, { who: 'bea' });
  expect(small.people.asked).toEqual([
    { user: 'U0BEA00001', maxAgeMs: 0 },
    { user: 'U0BEA00001', maxAgeMs: 60_000 },
  ]);
});
