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
  });
}
