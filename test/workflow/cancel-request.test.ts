import { describe, expect, test } from 'vitest';
import { hourMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { at, type Somebody } from '../support/cast.ts';
import { kindsRemembered, keysToBePosted } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, decides, drafted, must, requested, standing } from '../support/walk.ts';

const cancels = (small: SmallHouse, requestId: Awaited<ReturnType<typeof drafted>>, who: Somebody = 'erin') =>
  small.useCases.cancel({ requestId, caller: at(who) });

describe('the requester', () => {
  test('takes a pending request back, and everybody is told', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(must(await cancels(small, id))).toMatch(/^R-\S{8} is cancelled\. Nothing was sent\.$/);
    expect(await standing(small, id)).toEqual({ state: 'cancelled', outcome: 'Cancelled by Erin Vale, who had asked' });
    expect(await keysToBePosted(small)).toEqual([`card:${id}`, `dm:${id}`, `story:${id}`]);
  });

  test('takes an approved one back before the first byte', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    must(await cancels(small, id));
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect((await standing(small, id)).state).toBe('cancelled');
  });

  test('drops a draft, of which nobody else hears', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    must(await cancels(small, id));
    expect((await standing(small, id)).state).toBe('cancelled');
    expect(await keysToBePosted(small)).toEqual([]);
    expect(await kindsRemembered(small)).toEqual(['request.moved']);
  });

  test('does not have to collect what was approved', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    must(await cancels(small, id));
    expect((await standing(small, id)).state).toBe('cancelled');
  });
});

describe('somebody who could have denied it', () => {
  test('stops it once it is approved', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    must(await cancels(small, id, 'omar'));
    expect(await standing(small, id)).toEqual({
      state: 'cancelled',
      outcome: 'Stopped by Omar Haddad before anything was sent',
    });
  });

  test('denies it rather than stopping it while it is pending', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(await cancels(small, id, 'omar')).toMatchObject({ code: 'request.not-yours' });
    expect((await standing(small, id)).state).toBe('pending');
  });

  test('may take an approval of their own back while it is pending', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
    });
    const id = await requested(small, 'revoke her key');
    must(await decides(small, id, { who: 'bea' }));
    must(await cancels(small, id, 'bea'));
    expect((await standing(small, id)).state).toBe('cancelled');
  });
});

describe('nothing is stopped', () => {
  test.each(['priya', 'zoe'] as const)('by %s, who has no part in it', async (who) => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    expect(await cancels(small, id, who)).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
    expect((await standing(small, id)).state).toBe('waiting');
    expect(await small.house.refusals.flush(small.house)).toBe(1);
  });

  test('by an approver before it was sent', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    expect(await cancels(small, id, 'bea')).toMatchObject({ kind: 'refusal' });
    expect((await standing(small, id)).state).toBe('draft');
  });

  test('that has ended', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    await executeApproved(small.house);
    expect(await cancels(small, id)).toMatchObject({ code: 'request.closed', rule: 'This is done already.' });
    expect(await cancels(small, id, 'bea')).toMatchObject({ code: 'request.closed' });
  });

  test('that there is not', async () => {
    const small = await openSmallHouse();
    expect(await cancels(small, small.house.dice.requestId())).toMatchObject({ code: 'cancel.too-late' });
  });

  test('whose time is up', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    small.clock.forward(24 * hourMs);
    expect(await cancels(small, id)).toMatchObject({ code: 'request.closed', rule: 'This has expired.' });
  });
});
