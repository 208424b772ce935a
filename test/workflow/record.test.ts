import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { hourMs } from '#domain/instant.ts';
import { fakeOpenAiKey } from '../support/fake-secret.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { moveRequest } from '#workflow/record.ts';
import { withWriters } from '../support/failing-store.ts';
import { keysToBePosted, remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, drafted, recordOf, requested, standing } from '../support/walk.ts';
import { at } from '../support/cast.ts';

type Id = Awaited<ReturnType<typeof drafted>>;

/** Every way in which a request moves, from where it is prepared to the act that moves it. */
const acts: Readonly<
  Record<
    string,
    readonly [prepare: (small: SmallHouse) => Promise<Id>, act: (small: SmallHouse, id: Id) => Promise<unknown>]
  >
> = {
  'sending it': [
    (small) => drafted(small, 'revoke her key'),
    (small, requestId) => small.useCases.submit({ requestId, typedName: null, caller: at('erin') }),
  ],
  'approving it': [(small) => requested(small, 'revoke her key'), (small, id) => decides(small, id, { who: 'bea' })],
  'denying it': [
    (small) => requested(small, 'revoke her key'),
    (small, id) => decides(small, id, { who: 'bea', kind: 'deny' }),
  ],
  'cancelling it': [
    (small) => approved(small, 'revoke her key'),
    (small, requestId) => small.useCases.cancel({ requestId, caller: at('erin') }),
  ],
  'its time running out': [
    (small) => requested(small, 'revoke her key'),
    (small) => {
      small.clock.forward(25 * hourMs);
      return expireRequests(small.house);
    },
  ],
  'claiming it': [(small) => approved(small, 'revoke her key'), (small) => executeApproved(small.house)],
  'sending it back': [
    (small) => approved(small, 'revoke her key'),
    (small) => {
      small.people.becomes('bea', 'deactivated');
      return executeApproved(small.house);
    },
  ],
  'collecting it': [(small) => approved(small, 'a new key'), (small, id) => collects(small, id)],
};

const broken = ['audit.append', 'outbox.put', 'requests.move'] as const;

describe('state, entry and messages are one transaction', () => {
  test.each(
    Object.entries(acts).flatMap(([name, [prepare, act]]) => broken.map((writer) => ({ name, prepare, act, writer }))),
  )('$name moves nothing, says nothing and sends nothing when $writer fails', async ({ prepare, act, writer }) => {
    let isBroken = false;
    const small = await openSmallHouse({
      wrapStore: (store) =>
        withWriters(store, (name) => {
          if (isBroken && name === writer) throw new Fault('audit.unwritable', 'disk full');
        }),
    });
    const id = await prepare(small);
    const before = { ...(await recordOf(small, id)) };
    const [entries, messages] = [await remembered(small), await keysToBePosted(small)];
    const decisions = await small.store.read.requests.decisions(id);
    isBroken = true;
    await act(small, id).catch(() => null);
    isBroken = false;
    expect(await recordOf(small, id)).toEqual(before);
    expect(await remembered(small)).toEqual(entries);
    expect(await keysToBePosted(small)).toEqual(messages);
    expect(await small.store.read.requests.decisions(id)).toEqual(decisions);
    expect(await small.store.read.requests.effects(id)).toEqual([]);
    expect(small.vendor.arrivals).toEqual([]);
  });
});

describe('a move', () => {
  test('is made by the revision that was seen, or not at all', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const record = await recordOf(small, id);
    const move = (seen: typeof record) =>
      small.store.transact((tx) =>
        moveRequest(tx, small.house, { record: seen, move: { event: 'cancel', who: 'U0ERIN0001', outcome: 'x' } }),
      );
    expect(await move({ ...record, revision: record.revision - 1 })).toBeNull();
    expect(await move(record)).toMatchObject({ state: 'cancelled', revision: record.revision + 1 });
    expect(await move(record)).toBeNull();
    expect((await remembered(small)).filter(({ kind }) => kind === 'request.moved')).toHaveLength(2);
  });

  test('that the life of a request does not know is a bug', async () => {
    const small = await openSmallHouse();
    const record = await recordOf(small, await requested(small, 'revoke her key'));
    const claim = { event: 'claim', who: 'system:test', outcome: '' } as const;
    await expect(small.store.transact((tx) => moveRequest(tx, small.house, { record, move: claim }))).rejects.toThrow(
      'claim cannot happen to a request that is pending',
    );
  });

  test('keeps no credential in what it says', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const record = await recordOf(small, id);
    const secret = fakeOpenAiKey();
    await small.store.transact((tx) =>
      moveRequest(tx, small.house, { record, move: { event: 'cancel', who: 'U0ERIN0001', outcome: `saw ${secret}` } }),
    );
    expect((await standing(small, id)).outcome).toBe('saw [secret]');
    expect(JSON.stringify(await remembered(small))).not.toContain(secret);
  });
});
