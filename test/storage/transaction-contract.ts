import { describe, expect, it } from 'vitest';
import type { Writing } from '#workflow/ports/store.ts';
import type { CurrentStore } from './contract.ts';

export function transactionContract(store: CurrentStore): void {
  const set = (name: string, value: string) => store().transact((tx) => tx.meta.set(name, value));
  const get = (name: string) => store().read.meta.get(name);

  describe('a transaction', () => {
    it('answers what its work answers', async () => {
      expect(await store().transact(async () => 42)).toBe(42);
    });

    it('keeps all of its work or, if the work fails, none of it', async () => {
      const failing = store().transact(async (tx) => {
        await tx.meta.set('a', '1');
        await tx.inbox.claim('b', 1);
        throw new Error('the work failed');
      });
      await expect(failing).rejects.toThrow('the work failed');
      expect(await get('a')).toBeNull();
      await set('a', '2');
      expect(await get('a')).toBe('2');
    });

    it('reads its own writes', async () => {
      await store().transact(async (tx) => {
        await tx.meta.set('a', '1');
        expect(await tx.meta.get('a')).toBe('1');
      });
    });

    it('sees the work of the one before it as a whole, however long that took', async () => {
      const gate = Promise.withResolvers<void>();
      const slow = store().transact(async (tx) => {
        await tx.meta.set('a', '1');
        await gate.promise;
        await tx.meta.set('b', '1');
      });
      const next = store().transact(async (tx) => [await tx.meta.get('a'), await tx.meta.get('b')]);
      gate.resolve();
      await slow;
      expect(await next).toEqual(['1', '1']);
    });

    it('cannot be started inside a transaction: that is a bug, not a wait without end', async () => {
      const nested = store().transact(async () => store().transact(async () => 1));
      await expect(nested).rejects.toMatchObject({
        name: 'InvariantError',
        message: expect.stringContaining('inside a transaction'),
      });
      await set('a', 'still works');
      expect(await get('a')).toBe('still works');
    });

    it.each([
      ['a single value', () => get('a')],
      ['a list', () => store().read.requests.list({ limit: 1 })],
      ['the audit head', () => store().read.audit.head()],
      ['a check', () => store().checkIntegrity()],
    ])('is the only way to read while it is open: %s', async (_, read) => {
      const past = store().transact(async () => {
        await read();
      });
      await expect(past).rejects.toMatchObject({
        name: 'InvariantError',
        message: expect.stringContaining('read through the transaction'),
      });
    });

    it('does not forbid anything to work that it left behind', async () => {
      const gate = Promise.withResolvers<void>();
      let later: Promise<string | null> = Promise.resolve(null);
      await store().transact(async (tx) => {
        await tx.meta.set('a', '1');
        later = gate.promise.then(() => get('a'));
      });
      gate.resolve();
      expect(await later).toBe('1');
    });

    it('gives writers that are of no use once it has ended', async () => {
      const kept = await store().transact(async (tx): Promise<{ readonly tx: Writing }> => ({ tx }));
      await expect(kept.tx.meta.set('a', '1')).rejects.toThrow();
      expect(await get('a')).toBeNull();
    });

    it('is finished before the store closes', async () => {
      const gate = Promise.withResolvers<void>();
      const slow = store().transact(async (tx) => {
        await gate.promise;
        await tx.meta.set('a', '1');
        return tx.meta.get('a');
      });
      const closing = store().close();
      gate.resolve();
      expect(await slow).toBe('1');
      await closing;
      await expect(store().transact(async () => 1)).rejects.toThrow();
    });
  });
}
