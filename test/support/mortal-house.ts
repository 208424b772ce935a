import type { House } from '#workflow/house.ts';
import type { Writing } from '#workflow/ports/store.ts';
import { between } from './between.ts';

/** What a dead process would have thrown, if it could. */
class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

export interface Mortality {
  /** Port calls made so far, calls inside transactions included. */
  readonly steps: () => number;
  /** Puts death about anything asynchronous that is no port, such as showing a key. */
  about<T>(work: () => Promise<T>): Promise<T>;
  readonly wrap: (house: House) => House;
}

/**
 * A process that dies at its n-th call of a port: before that call has done anything, or after it has and before anybody knows. From
 * then on no port does anything any more, which is what being dead looks like from outside.
 */
export function mortal(death: { readonly atStep: number; readonly when: 'before' | 'after' }): Mortality {
  let steps = 0;
  let isDead = false;
  async function about<T>(work: () => Promise<T>): Promise<T> {
    if (isDead) throw new ProcessDied();
    steps += 1;
    const isLast = steps === death.atStep;
    if (isLast && death.when === 'before') {
      isDead = true;
      throw new ProcessDied();
    }
    const done = await work();
    if (isLast) isDead = true;
    if (isDead) throw new ProcessDied();
    return done;
  }
  const around = (_: string, work: () => unknown) => about(() => work() as Promise<unknown>);
  return {
    steps: () => steps,
    about,
    wrap: (house) => ({
      ...house,
      vendor: {
        read: (call, how) => about(() => house.vendor.read(call, how)),
        perform: (call, how) => about(() => house.vendor.perform(call, how)),
        isOwnKey: (redacted) => house.vendor.isOwnKey(redacted),
        clockAheadMs: () => house.vendor.clockAheadMs(),
      },
      people: between(house.people, around),
      store: {
        read: between(house.store.read, around),
        close: () => Promise.resolve(),
        transact: (work) => about(() => house.store.transact((tx: Writing) => work(between(tx, around)))),
      },
    }),
  };
}
