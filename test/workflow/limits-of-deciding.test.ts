import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { at } from '../support/cast.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { asks, decides, drafted, drafts, must, recordOf, requested } from '../support/walk.ts';

const limits = 'limits: { approvals_per_hour: 1000, requests_per_hour: 1000, cool_down: 0s }';
const limited = (text: string, ...more: PolicyChange[]) =>
  smallPolicy([limits, `limits: { open_requests_per_person: 100, ${text} }`], ...more);
const roomy = 'requests_per_hour: 1000, cool_down: 0s';

async function submits(small: Awaited<ReturnType<typeof openSmallHouse>>, who: 'erin' | 'priya' = 'erin') {
  const requestId = await drafted(small, 'a new key', who);
  return small.useCases.submit({ requestId, typedName: null, caller: at(who) });
}

describe('A13 · an approver who approves one thing after the other', () => {
  it('is refused the eleventh within an hour, and goes on in the next', async () => {
    const small = await openSmallHouse({ policy: limited(roomy) });
    for (let n = 0; n < 10; n += 1) must(await decides(small, await requested(small, 'a new key'), { who: 'bea' }));
    const eleventh = await requested(small, 'a new key');
    const outcome = await decides(small, eleventh, { who: 'bea' });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'decide.too-many' });
    expect(await small.useCases.check({ requestId: eleventh, kind: 'approve', caller: at('bea') })).toMatchObject({
      code: 'decide.too-many',
    });
    small.clock.forward(hourMs);
    must(await decides(small, eleventh, { who: 'bea' }));
  });

  it('can still deny, and somebody else can approve', async () => {
    const small = await openSmallHouse({ policy: limited(`approvals_per_hour: 1, ${roomy}`) });
    must(await decides(small, await requested(small, 'a new key'), { who: 'bea' }));
    must(await decides(small, await requested(small, 'a new key'), { who: 'omar' }));
    must(await decides(small, await requested(small, 'a new key'), { who: 'bea', kind: 'deny', comment: 'too many' }));
  });
});

describe('F1 · a flood of requests', () => {
  it('ends at so many an hour of one person, and does not stop another', async () => {
    const small = await openSmallHouse({ policy: limited('requests_per_hour: 20, cool_down: 0s') });
    for (let n = 0; n < 20; n += 1) must(await submits(small));
    expect(await submits(small)).toMatchObject({ kind: 'refusal', code: 'submit.too-fast' });
    must(await submits(small, 'priya'));
    small.clock.forward(hourMs);
    must(await submits(small));
  });

  it('ends at so many open ones of everybody', async () => {
    const small = await openSmallHouse({ policy: limited(`open_requests: 3, ${roomy}`) });
    for (const who of ['erin', 'priya', 'erin'] as const) must(await submits(small, who));
    expect(await submits(small, 'priya')).toMatchObject({ kind: 'refusal', code: 'submit.too-many-open' });
  });

  it('never stops a revocation', async () => {
    const small = await openSmallHouse({ policy: limited('open_requests: 1, requests_per_hour: 1, cool_down: 24h') });
    must(await submits(small));
    await requested(small, 'revoke her key');
  });

  it('shows the approvers five cards of a thousand requests, as shipped', async () => {
    const small = await openSmallHouse({ policy: smallPolicy([limits, 'limits: {}']) });
    for (let n = 0; n < 1000; n += 1)
      await small.useCases.submit({
        requestId: await drafted(small, 'a new key'),
        typedName: null,
        caller: at('erin'),
      });
    expect(await small.store.read.requests.list({ states: ['pending'], limit: 100 })).toHaveLength(5);
  }, 60_000);
});

describe('F11 · what was denied', () => {
  const policy = limited('requests_per_hour: 1000, cool_down: 24h');

  it('is not asked again within a day, by anybody; the denial is quoted', async () => {
    const small = await openSmallHouse({ policy });
    const open = await drafted(small, 'a new key', 'priya');
    const denied = await requested(small, 'a new key');
    must(await decides(small, denied, { who: 'bea', kind: 'deny', comment: 'the budget is spent' }));
    const quoted = { kind: 'refusal', code: 'submit.denied-before' };
    expect(await drafts(small, 'a new key')).toMatchObject(quoted);
    const outcome = await small.useCases.submit({ requestId: open, typedName: null, caller: at('priya') });
    expect(outcome).toMatchObject(quoted);
    expect(JSON.stringify(outcome)).toContain(
      'Bea Lindqvist denied the same less than a minute ago: the budget is spent',
    );
  });

  it('may be asked for after it, and whoever decides then sees the denial', async () => {
    const small = await openSmallHouse({ policy });
    const denied = await requested(small, 'a new key');
    must(await decides(small, denied, { who: 'bea', kind: 'deny', comment: 'the budget is spent' }));
    small.clock.forward(24 * hourMs - minuteMs);
    expect(await drafts(small, 'a new key')).toMatchObject({ code: 'submit.denied-before' });
    small.clock.forward(minuteMs);
    const again = await requested(small, 'a new key');
    const picture = await small.useCases.picture(again);
    expect(picture?.deniedBefore).toMatchObject({ name: 'Bea Lindqvist', comment: 'the budget is spent' });
  });

  it('is known by what is asked, not by when or by whom', async () => {
    const small = await openSmallHouse({ policy });
    const denied = await requested(small, 'a new key');
    must(await decides(small, denied, { who: 'bea', kind: 'deny', comment: 'no way' }));
    const other = { ...asks['a new key'], input: { ...asks['a new key'].input, name: 'another' } };
    expect((await small.useCases.draft({ ...other, reason: 'laptop lost', caller: at('erin') })).kind).toBe('drafted');
  });

  it('can be revoked all the same: a leak may have come to light since', async () => {
    const small = await openSmallHouse({ policy });
    const denied = await requested(small, 'revoke her key');
    must(await decides(small, denied, { who: 'bea', kind: 'deny', comment: 'it is in use' }));
    const again = await requested(small, 'revoke her key');
    expect((await recordOf(small, again)).state).toBe('pending');
  });
});
