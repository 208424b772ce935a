export interface FakeBell {
  readonly ring: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createFakeBell(): FakeBell {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
