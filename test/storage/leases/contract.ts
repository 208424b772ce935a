import { describe, expect, it } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import type { IssuedKey } from '#operations/memory.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON } from '../sample-request.ts';

const lease = (n: number, more: Partial<IssuedKey> = {}): IssuedKey => ({
  keyId: `key_${n}`,
  accountId: `svc_${n}`,
  projectId: 'proj_search',
  projectName: 'search-dev',
  name: `erin-${n}`,
  ownerSlackId: 'U0ERIN',
  purpose: 'nightly',
  endsAt: NOON + HOUR,
  requestId: idOf(n),
  endedAt: null,
  ...more,
});

export function leasesContract(store: CurrentStore): void {
  const insert = (...leases: IssuedKey[]) =>
    store().transact(async (tx) => {
      for (const one of leases) await tx.leases.insert(one);
    });
  const end = (keyId: string, at = NOON) => store().transact((tx) => tx.leases.end(keyId, at));

  describe('leases', () => {
    it('are found by key and by account', async () => {
      await insert(lease(1), lease(2), lease(3, { accountId: 'svc_2' }));
      expect(await store().read.leases.byKey('key_1')).toEqual(lease(1));
      expect(await store().read.leases.byAccount('svc_1')).toEqual(lease(1));
      expect(await store().read.leases.byAccount('svc_2')).toEqual(lease(3, { accountId: 'svc_2' }));
      expect([await store().read.leases.byKey('key_9'), await store().read.leases.byAccount('svc_9')]).toEqual([
        null,
        null,
      ]);
    });

    it('are counted among any number of keys, ended ones too', async () => {
      await insert(lease(1), lease(2), lease(3));
      await end('key_2');
      const others = Array.from({ length: 5000 }, (_, n) => `key_other_${n}`);
      expect(await store().read.leases.countIssued([...others, 'key_1', 'key_2'])).toBe(2);
      expect(await store().read.leases.countIssued([])).toBe(0);
    });

    it('end once', async () => {
      await insert(lease(1));
      expect([await end('key_1'), await end('key_1', NOON + 1), await end('key_9')]).toEqual([true, false, false]);
      expect(await store().read.leases.byKey('key_1')).toEqual(lease(1, { endedAt: NOON }));
    });

    it('are listed for their owner while they last, newest first, at most 200', async () => {
      await insert(...Array.from({ length: 203 }, (_, n) => lease(n + 1)), lease(300, { ownerSlackId: 'U0GUS' }));
      await end('key_203');
      const mine = await store().read.leases.ofOwner(slackUserId('U0ERIN'));
      expect(mine).toHaveLength(200);
      expect(mine.slice(0, 2).map((one) => one.keyId)).toEqual(['key_202', 'key_201']);
    });
  });
}
