import type { House } from '#workflow/house.ts';
import { between } from './between.ts';
import type { Gate } from './interleavings.ts';

/**
 * The house as one of several actors uses it: before each call of a port it waits for its turn. Everything that shares the database or the
 * outside world can then be tried in every order.
 */
export function gated(house: House, gate: Gate): House {
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    await gate();
    return work();
  };
  // No actor opens operations or holds them back, so when that is read makes no difference.
  const isSettled = (name: string) => name.startsWith('rollout.');
  const around = (name: string, work: () => unknown) =>
    isSettled(name) ? work() : through(() => work() as Promise<unknown>);
  return {
    ...house,
    people: between(house.people, around),
    vendor: {
      read: (call, how) => house.vendor.read(call, how),
      perform: (call, how) => through(() => house.vendor.perform(call, how)),
      isOwnKey: (redacted) => house.vendor.isOwnKey(redacted),
      clockAheadMs: () => house.vendor.clockAheadMs(),
    },
    store: {
      read: between(house.store.read, around),
      close: () => Promise.resolve(),
      transact: (work) => through(() => house.store.transact(work)),
    },
  };
}

/** As `gated`, but waiting only before what changes something: for actors with many reads. */
export function gatedAtWrites(house: House, gate: Gate): House {
  const { people, store } = house;
  const all = gated(house, gate);
  return { ...all, people, store: { ...all.store, read: store.read } };
}
