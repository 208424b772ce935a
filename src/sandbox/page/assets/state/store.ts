import { useEffect, useState } from '../vendor/preact.js';

export interface Store<T> {
  get(): T;
  set(patch: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (patch) => {
      value = { ...value, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Draws the component again when what `select` picks is another value. It must pick, never build, or it redraws always. */
export function useSelected<T, U>(store: Store<T>, select: (value: T) => U): U {
  const [, redraw] = useState<U | null>(null);
  useEffect(() => store.subscribe(() => redraw(() => select(store.get()))), [store]);
  return select(store.get());
}
