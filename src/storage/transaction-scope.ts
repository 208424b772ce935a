import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import { invariant } from '#domain/invariant.ts';

/**
 * Knows whether the running code was started by a transaction of this store. SQLite has one connection, which an open transaction holds: a
 * query past the transaction would wait for itself forever, so it is refused as the bug it is.
 */
export interface TransactionScope {
  run<T>(work: () => Promise<T>): Promise<T>;
  assertOutside(sentence: string): void;
}

export function createTransactionScope(): TransactionScope {
  const storage = new AsyncLocalStorage<{ isOpen: boolean }>();
  return {
    async run(work) {
      // Work that a transaction left behind still runs in its context, long after it has ended: hence a flag and not mere presence.
      const scope = { isOpen: true };
      try {
        return await storage.run(scope, work);
      } finally {
        scope.isOpen = false;
      }
    },
    assertOutside(sentence) {
      invariant(storage.getStore()?.isOpen !== true, sentence);
    },
  };
}

/** Refuses every query of the reading side that is made inside a transaction. */
export function readsOutside(scope: TransactionScope): KyselyPlugin {
  return {
    transformQuery({ node }) {
      scope.assertOutside('Inside a transaction, read through the transaction');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
