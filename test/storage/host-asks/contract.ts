import { describe, expect, it } from 'vitest';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';
import { sampleHostAsk } from './sample-host-ask.ts';

const proof = { kind: 'code', timeStep: 7 } as const;

export function hostAsksContract(store: CurrentStore): void {
  const insert = () => store().transact((tx) => tx.hostAsks.insert(sampleHostAsk));
  const prove = (id: number) => store().transact((tx) => tx.hostAsks.prove(id, proof));
  const take = (id: number, at = NOON) => store().transact((tx) => tx.hostAsks.take(id, at));

  describe('what is asked on the host', () => {
    it('is kept as it was asked, and found by its page while it has time', async () => {
      const ask = await insert();
      const { ticketHash, ...kept } = sampleHostAsk;
      expect(ask).toEqual({ ...kept, id: ask.id, proof: null, isTaken: false, answer: null });
      expect(await store().read.hostAsks.ofTicket(ticketHash, NOON)).toEqual(ask);
      expect(await store().read.hostAsks.ofTicket(ticketHash, NOON + 1000)).toBeNull();
      expect(await store().read.hostAsks.ofTicket('another', NOON)).toBeNull();
    });

    it('is taken once, by one, after it was proven and in its time', async () => {
      const { id } = await insert();
      expect(await take(id)).toBe(false);
      expect(await store().read.hostAsks.open(NOON)).toEqual([]);
      expect([await prove(id), await prove(id)]).toEqual([true, false]);
      expect(await store().read.hostAsks.open(NOON)).toMatchObject([{ id, proof }]);
      expect(await take(id, NOON + 1000)).toBe(false);
      expect([await take(id), await take(id)]).toEqual([true, false]);
      expect(await store().read.hostAsks.open(NOON)).toEqual([]);
    });

    it('is answered once, and forgotten when its time is long over', async () => {
      const { id } = await insert();
      const answer = { outcome: 'done', sentence: 'Frozen.', requestId: null } as const;
      await store().transact((tx) => tx.hostAsks.answer(id, answer));
      await store().transact((tx) => tx.hostAsks.answer(id, { ...answer, sentence: 'Not frozen.' }));
      expect(await store().read.hostAsks.find(id)).toMatchObject({ answer });
      await store().transact((tx) => tx.hostAsks.forget(NOON + 1001));
      expect(await store().read.hostAsks.find(id)).toBeNull();
    });
  });
}
