import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { keysToBePosted, kindsRemembered } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, drafted, requested, standing } from '../support/walk.ts';

describe('time runs out', () => {
  test('for a preview that nobody sent, of which nobody hears', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    small.clock.forward(30 * minuteMs);
    expect(await expireRequests(small.house)).toBe(1);
    expect(await standing(small, id)).toEqual({ state: 'expired', outcome: 'Never sent.' });
    expect(await keysToBePosted(small)).toEqual([]);
  });

  test('for a request that nobody decided', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    small.clock.forward(24 * hourMs - 1);
    expect(await expireRequests(small.house)).toBe(0);
    small.clock.forward(1);
    expect(await expireRequests(small.house)).toBe(1);
    expect(await standing(small, id)).toEqual({
      state: 'expired',
      outcome: 'Nobody decided in time. Nothing was sent.',
    });
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal' });
    expect(await keysToBePosted(small)).toEqual([`card:${id}`, `dm:${id}`, `story:${id}`]);
  });

  test('for a key that nobody collected: nothing was ever made', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.clock.forward(24 * hourMs);
    await expireRequests(small.house);
    expect(await standing(small, id)).toEqual({
      state: 'expired',
      outcome: 'It was not collected in time. Nothing was made.',
    });
    expect((await collects(small, id)).shown).toEqual([]);
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('for an approval that could not be used', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    small.people.isUnreachable = true;
    await executeApproved(small.house);
    small.clock.forward(24 * hourMs);
    await expireRequests(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'expired' });
    small.people.isUnreachable = false;
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('once: what has ended does not end again', async () => {
    const small = await openSmallHouse();
    await requested(small, 'revoke her key');
    small.clock.forward(48 * hourMs);
    await expireRequests(small.house);
    const told = await kindsRemembered(small);
    expect(await expireRequests(small.house)).toBe(0);
    expect(await kindsRemembered(small)).toEqual(told);
  });

  test('never for something whose outcome is unknown', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    small.vendor.willGoWrong('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', 'lost-after');
    await executeApproved(small.house);
    small.clock.forward(100 * 24 * hourMs);
    expect(await expireRequests(small.house)).toBe(0);
    expect((await standing(small, id)).state).toBe('unknown');
  });
});
