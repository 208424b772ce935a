import type { Store, Writing } from '#workflow/ports/store.ts';
import { between } from './between.ts';

/**
 * A store whose transactions see every call of a writer first: `before` may throw, and then the whole transaction must leave nothing
 * behind.
 */
export function withWriters(store: Store, before: (name: string) => void): Store {
  return {
    read: store.read,
    close: () => store.close(),
    transact: (work) =>
      store.transact((tx: Writing) =>
        work(
          between(tx, (name, call) => {
            before(name);
            return call();
          }),
        ),
      ),
  };
}
