import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { at } from '../support/cast.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { approved, collects, decides, must, recordOf, requested, standing } from '../support/walk.ts';

const routine = 'routine: { approvals: 1, from: approvers }';
const withVeto = (veto: string) => smallPolicy([routine, `routine: { approvals: 1, from: approvers, veto: ${veto} }`]);
const tenMinutes = withVeto('10m');

describe('a veto window', () => {
  it('holds what was approved for its minutes, to the millisecond', async () => {
    const small = await openSmallHouse({ policy: tenMinutes });
    const id = await requested(small, 'a new key');
    expect(must(await decides(small, id, { who: 'bea' }))).toContain(
      'For 10 minutes whoever could have denied it can cancel it',
    );
    small.clock.forward(10 * minuteMs - 1);
    await executeApproved(small.house);
    expect((await collects(small, id)).outcome).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    expect((await recordOf(small, id)).readyAt).not.toBeNull();
    small.clock.forward(1);
    await executeApproved(small.house);
    expect((await recordOf(small, id)).readyAt).toBeNull();
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });

  it.each(['omar', 'bea', 'erin'] as const)('can be used by %s, who could have denied it or asked', async (who) => {
    const small = await openSmallHouse({ policy: tenMinutes });
    const id = await approved(small, 'a new key');
    small.clock.forward(10 * minuteMs - secondMs);
    expect((await small.useCases.cancel({ requestId: id, caller: at(who) })).kind).toBe('done');
    small.clock.forward(minuteMs);
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'cancelled' });
    expect(small.vendor.arrivals).toEqual([]);
  });

  it.each(['priya', 'zoe'] as const)('is not for %s', async (who) => {
    const small = await openSmallHouse({ policy: tenMinutes });
    const id = await approved(small, 'a new key');
    const outcome = await small.useCases.cancel({ requestId: id, caller: at(who) });
    expect(outcome).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
  });

  it('does not eat up the time to collect', async () => {
    const small = await openSmallHouse({ policy: withVeto('24h') });
    const id = await approved(small, 'a new key');
    small.clock.forward(24 * 60 * minuteMs + minuteMs);
    await expireRequests(small.house);
    await executeApproved(small.house);
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });

  it('does not hold up the revocation of a key', async () => {
    const policy = smallPolicy(['destructive: { approvals: 1,', 'destructive: { veto: 10m, approvals: 1,']);
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'revoke her key');
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
  });

  it('A17 · counts as the policy says when it is carried out, too: a window that grew is waited for', async () => {
    const small = await openSmallHouse({ policy: withVeto('1m') });
    const id = await approved(small, 'a new key');
    small.setPolicy(tenMinutes);
    small.clock.forward(2 * minuteMs);
    expect((await collects(small, id)).outcome).toMatchObject({ kind: 'failed' });
    expect(small.vendor.arrivals).toEqual([]);
    expect(await standing(small, id)).toMatchObject({ state: 'waiting' });
    small.clock.forward(8 * minuteMs);
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });

  it('A17 · stays as long as it was when it was asked for, though the policy asks for less by now', async () => {
    const small = await openSmallHouse({ policy: tenMinutes });
    const id = await requested(small, 'a new key');
    small.setPolicy(smallPolicy());
    must(await decides(small, id, { who: 'bea' }));
    expect((await collects(small, id)).outcome).toMatchObject({ kind: 'refusal', code: 'request.closed' });
  });
});
