import { describe, expect, it } from 'vitest';
import { digestOfOrder, type OrderTerms } from '#approvals/order.ts';
import { personId, type RequestId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON, sampleRequest } from '../sample-request.ts';

// A rule is whatever the policy says; here only that it comes back as it was.
const terms = { rule: { name: 'A key' }, total: 3, perPerson: 1, until: NOON + 1000 } as unknown as OrderTerms;
const by = slackUserId('U0SAM00001');

export function ordersContract(store: CurrentStore): void {
  const begin = async (n: number) => {
    const record = sampleRequest(n);
    return store().transact(async (tx) => {
      await tx.requests.insert(record);
      const digest = digestOfOrder(terms);
      return tx.orders.begin({ requestId: record.terms.id, terms, digest, begunAt: NOON });
    });
  };
  const use = async (n: number, orderId: number, person = 'erin') => {
    const record = sampleRequest(n);
    return store().transact(async (tx) => {
      if ((await tx.requests.find(record.terms.id)) === null) await tx.requests.insert(record);
      return tx.orders.use({ requestId: record.terms.id, orderId, person: personId(person), at: NOON + n });
    });
  };

  describe('orders', () => {
    it('come back as they were countersigned, and are in force until they are ended, once', async () => {
      const one = await begin(1);
      const other = await begin(2);
      expect(one).toMatchObject({ terms, digest: digestOfOrder(terms), endedAt: null });
      expect(await store().read.orders.active()).toEqual([one, other]);
      const end = () => store().transact((tx) => tx.orders.end(one.id, { at: NOON + 5, by }));
      expect([await end(), await end()]).toEqual([true, false]);
      expect(await store().read.orders.active()).toEqual([other]);
      expect(await store().read.orders.find(one.id)).toMatchObject({ endedAt: NOON + 5 });
    });

    it('count each request once, by person and in all, and leave out the one that asks', async () => {
      const { id } = await begin(1);
      expect([await use(2, id), await use(2, id), await use(3, id, 'priya')]).toEqual([true, false, true]);
      const erin = personId('erin');
      const ever = { own: 0, lately: 0 };
      const counted = (requestId: RequestId | null, since = ever) =>
        store().read.orders.countUses(id, { person: erin, requestId, since });
      expect(await counted(null)).toEqual({ total: 2, lately: 2, own: 1 });
      const requestId = sampleRequest(2).terms.id;
      expect(await counted(requestId)).toEqual({ total: 1, lately: 1, own: 0 });
      expect(await counted(null, { own: NOON + 2, lately: NOON + 2 })).toEqual({ total: 2, lately: 1, own: 0 });
      expect(await counted(null, { own: NOON + 1, lately: NOON + 3 })).toEqual({ total: 2, lately: 0, own: 1 });
      expect((await store().read.orders.uses(id)).map(({ person }) => person)).toEqual(['priya', 'erin']);
    });

    it('count by its reason each time they did not cover something', async () => {
      const { id } = await begin(1);
      const other = await begin(2);
      for (const code of ['order.often', 'order.own-share', 'order.often'])
        await store().transact((tx) => tx.orders.countRefusal(id, code));
      expect(await store().read.orders.refusals(id)).toEqual([
        { code: 'order.often', times: 2 },
        { code: 'order.own-share', times: 1 },
      ]);
      expect(await store().read.orders.refusals(other.id)).toEqual([]);
    });
  });
}
