import { describe, expect, it } from 'vitest';
import type { CurrentStore } from '../contract.ts';

export function metaContract(store: CurrentStore): void {
  describe('meta', () => {
    it('keeps the newest value of a name', async () => {
      expect(await store().read.meta.get('deployment')).toBeNull();
      await store().transact((tx) => tx.meta.set('deployment', 'acme'));
      await store().transact((tx) => tx.meta.set('deployment', 'acme-2'));
      expect(await store().read.meta.get('deployment')).toBe('acme-2');
    });

    it('replaces a value for one of several who saw the same', async () => {
      const replace = (from: string | null, to: string) =>
        store().transact((tx) => tx.meta.replace('week', { from, to }));
      expect([await replace(null, '1'), await replace(null, '2')]).toEqual([true, false]);
      expect([await replace('1', '2'), await replace('1', '3')]).toEqual([true, false]);
      expect(await store().read.meta.get('week')).toBe('2');
    });
  });
}
