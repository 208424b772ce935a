import { describe, expect, it } from 'vitest';
import { requestId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, NOON } from '../sample-request.ts';

const by = { slackId: slackUserId('U0BEA00001'), name: 'Bea Lindqvist' };
const everything = { scope: { of: 'all' }, by, why: 'a laptop was stolen', at: NOON } as const;

export function freezesContract(store: CurrentStore): void {
  const begin = (at = NOON) => store().transact((tx) => tx.freezes.begin({ ...everything, at }));
  const end = (id: number) =>
    store().transact((tx) => tx.freezes.end(id, { at: NOON + 1, requestId: requestId(idOf(1)) }));

  describe('freezes', () => {
    it('are in force from their beginning, oldest first', async () => {
      const one = await begin();
      const scope = { of: 'project', id: 'proj_search', name: 'search-dev' } as const;
      const other = await store().transact((tx) => tx.freezes.begin({ ...everything, scope, at: NOON + 1 }));
      expect(one).toEqual({ ...everything, id: one.id });
      expect(await store().read.freezes.active()).toEqual([one, other]);
    });

    it('end once, and their numbers are never used again', async () => {
      const { id } = await begin();
      expect([await end(id), await end(id), await end(id + 1)]).toEqual([true, false, false]);
      expect(await store().read.freezes.active()).toEqual([]);
      expect((await begin()).id).toBeGreaterThan(id);
    });
  });
}
