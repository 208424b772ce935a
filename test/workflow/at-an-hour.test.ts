import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { at } from '../support/cast.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { asks, collects, decides, must, recordOf, standing, type Wish } from '../support/walk.ts';

const drafts = (small: SmallHouse, when: string, wish: Wish = 'revoke an account') =>
  small.useCases.draft({ ...asks[wish], reason: 'laptop lost', when, caller: at('erin') });

async function requested(small: SmallHouse, when: string, wish?: Wish): Promise<RequestId> {
  const drafted = await drafts(small, when, wish);
  if (drafted.kind !== 'drafted') throw new Error(`Not drafted: ${JSON.stringify(drafted)}`);
  const { id } = drafted.picture.record.terms;
  must(await small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') }));
  return id;
}

async function approvedFor(small: SmallHouse, when: string, wish?: Wish): Promise<RequestId> {
  const id = await requested(small, when, wish);
  must(await decides(small, id, { who: 'bea' }));
  return id;
}

describe('what is asked for an hour', () => {
  test('has the hour under its digest, waits for it, and is then carried out', async () => {
    const small = await openSmallHouse();
    const id = await approvedFor(small, 'in 2h');
    const { terms } = await recordOf(small, id);
    expect((terms.notBefore ?? 0) - small.clock.now()).toBeGreaterThanOrEqual(2 * hourMs);
    small.clock.forward(hourMs);
    await executeApproved(small.house);
    expect([small.vendor.arrivals, (await standing(small, id)).state]).toEqual([[], 'waiting']);
    small.clock.forward(hourMs + minuteMs);
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  test('is read again at the hour, and ends with the difference if it is not what was approved', async () => {
    const small = await openSmallHouse();
    const id = await approvedFor(small, 'in 2h');
    small.vendor.organization.keys.delete('key_rank_a');
    small.clock.forward(2 * hourMs + minuteMs);
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect((await standing(small, id)).state).toBe('stale');
  });

  test('needs its approvers at the hour, too', async () => {
    const small = await openSmallHouse();
    const id = await approvedFor(small, 'in 2h');
    small.people.becomes('bea', 'deactivated');
    small.clock.forward(2 * hourMs + minuteMs);
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    await expireRequests(small.house);
    expect((await standing(small, id)).state).toBe('expired');
  });

  test('is not carried out at another hour: approved too late it is over, and so it is an hour after', async () => {
    const small = await openSmallHouse();
    const late = await requested(small, 'in 1h');
    const missed = await approvedFor(small, 'in 1h', 'revoke her key');
    small.clock.forward(hourMs + minuteMs);
    expect(await decides(small, late, { who: 'bea' })).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    small.clock.forward(hourMs + minuteMs);
    await executeApproved(small.house);
    expect(await standing(small, missed)).toMatchObject({
      state: 'stale',
      outcome: expect.stringContaining('more than an hour over') as string,
    });
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('is collected by its requester only from then on', async () => {
    const small = await openSmallHouse();
    const id = await approvedFor(small, 'in 2h', 'a new key');
    const early = await collects(small, id);
    expect(early.outcome).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    small.clock.forward(2 * hourMs + minuteMs);
    await executeApproved(small.house);
    must((await collects(small, id)).outcome);
  });

  test('B12 · can be stopped until then', async () => {
    const small = await openSmallHouse();
    const id = await approvedFor(small, 'in 2h');
    must(await small.useCases.cancel({ requestId: id, caller: at('bea') }));
    small.clock.forward(2 * hourMs + minuteMs);
    await executeApproved(small.house);
    expect([small.vendor.arrivals, (await standing(small, id)).state]).toEqual([[], 'cancelled']);
  });

  test('does not wait for an answer', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'in 2h');
    const { deadline } = await recordOf(small, id);
    must(await small.useCases.ask({ requestId: id, text: 'What for?', caller: at('bea') }));
    expect((await recordOf(small, id)).deadline).toBe(deadline);
  });

  test.each([
    ['soon', 'at.unclear'],
    ['in 1m', 'at.out-of-reach'],
    ['in 72h', 'at.out-of-reach'],
    ['2020-01-01 08:00', 'at.out-of-reach'],
  ])('%s is refused in a sentence', async (when, code) => {
    const small = await openSmallHouse();
    expect(await drafts(small, when)).toMatchObject({ kind: 'refusal', code });
  });
});
