import { describe, expect, it } from 'vitest';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, NOON, sampleRequest } from '../sample-request.ts';

const sam = { personId: personId('sam'), slackId: slackUserId('U0SAM00001'), name: 'Sam Okafor' };

export function debtsContract(store: CurrentStore): void {
  const begin = async (n: number) => {
    const record = sampleRequest(n);
    return store().transact(async (tx) => {
      if ((await tx.requests.find(record.terms.id)) === null) await tx.requests.insert(record);
      return tx.debts.begin({
        requestId: record.terms.id,
        kind: 'break-glass',
        by: sam,
        title: 'Revoke a key',
        incident: 'https://incidents.acme.example/INC-7',
        approvers: [personId('bea')],
        openedAt: NOON,
      });
    });
  };
  const close = (id: number) =>
    store().transact((tx) => tx.debts.close(id, { at: NOON + 1, requestId: requestId(idOf(9)) }));

  describe('debts', () => {
    it('are open from their beginning, one a request, oldest first', async () => {
      const one = await begin(1);
      expect(await begin(1)).toBeNull();
      const other = await begin(2);
      expect(one).toMatchObject({ by: sam, approvers: ['bea'], kind: 'break-glass', openedAt: NOON });
      expect(await store().read.debts.open()).toEqual([one, other]);
    });

    it('are closed once', async () => {
      const id = (await begin(1))?.id ?? 0;
      expect([await close(id), await close(id)]).toEqual([true, false]);
      expect(await store().read.debts.open()).toEqual([]);
    });

    it('are told of again once a span, and never after they are closed', async () => {
      const id = (await begin(1))?.id ?? 0;
      const remind = (before: number) => store().transact((tx) => tx.debts.remind(id, { before, at: NOON + 100 }));
      expect([await remind(NOON - 1), await remind(NOON), await remind(NOON)]).toEqual([false, true, false]);
      await close(id);
      expect(await remind(NOON + 200)).toBe(false);
    });
  });
}
