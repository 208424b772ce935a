import { describe, expect, it } from 'vitest';
import { secondMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { at, type Somebody } from '../support/cast.ts';
import { kindsRemembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { approved, asks, collects, decides, must, recordOf, requested, standing } from '../support/walk.ts';

const tenSeconds = ['take_back: 0s', 'take_back: 10s'] as const;
const policy = smallPolicy(tenSeconds);

function takesBack(small: SmallHouse, requestId: Parameters<typeof decides>[1], who: Somebody = 'bea') {
  return small.useCases.takeBack({ requestId, caller: at(who) });
}

describe('taking an approval back', () => {
  it('counts it no longer, within its seconds, and nothing is sent meanwhile', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'a new key');
    small.clock.forward(9 * secondMs);
    expect((await collects(small, id)).outcome).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    expect(must(await takesBack(small, id))).toContain('You took your approval');
    expect(await standing(small, id)).toMatchObject({
      state: 'pending',
      outcome: 'Bea Lindqvist took their approval back.',
    });
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
    expect(await kindsRemembered(small)).toContain('decision.taken-back');
    small.clock.forward(60 * secondMs);
    await executeApproved(small.house);
    expect((await recordOf(small, id)).state).toBe('pending');
  });

  it('lets its giver decide again, the other way too', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'a new key');
    must(await takesBack(small, id));
    must(await decides(small, id, { who: 'bea', kind: 'deny', comment: 'it was a slip' }));
    expect((await recordOf(small, id)).state).toBe('denied');
  });

  it('is too late once its seconds are over, to the millisecond, and the request goes on', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'a new key');
    small.clock.forward(10 * secondMs);
    expect(await takesBack(small, id)).toMatchObject({ kind: 'refusal', code: 'take-back.too-late' });
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });

  it('is for the giver of the approval alone', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'a new key');
    for (const who of ['omar', 'erin', 'zoe'] as const) {
      expect(await takesBack(small, id, who)).toMatchObject({ kind: 'refusal', code: 'take-back.nothing' });
    }
    expect((await recordOf(small, id)).state).toBe('waiting');
  });

  it('does not hold up what takes a key away from whoever should not have it', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'revoke her key');
    await executeApproved(small.house);
    expect((await recordOf(small, id)).state).toBe('succeeded');
    expect(await takesBack(small, id)).toMatchObject({ kind: 'refusal', code: 'take-back.closed' });
  });

  it('opens the quorum again where several have approved', async () => {
    const two = smallPolicy(tenSeconds, ['routine: { approvals: 1', 'routine: { approvals: 2']);
    const small = await openSmallHouse({ policy: two });
    const id = await requested(small, 'a new key');
    must(await decides(small, id, { who: 'bea' }));
    must(await takesBack(small, id));
    must(await decides(small, id, { who: 'omar' }));
    expect((await recordOf(small, id)).state).toBe('pending');
    must(await decides(small, id, { who: 'bea' }));
    expect((await recordOf(small, id)).state).toBe('waiting');
    expect(asks['a new key'].operationId).toBe('keys.issue');
  });
});
