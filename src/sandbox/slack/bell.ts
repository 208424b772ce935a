/** Tells listeners that something changed which somebody could see. */
export interface Bell {
  ring(): void;
  listen(listener: () => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring() {
      for (const listener of listeners) listener();
    },
    listen(listener) {
      // Wrapped, so that one function registered twice is called twice and each registration ends on its own.
      const registered = () => listener();
      listeners.add(registered);
      return () => {
        listeners.delete(registered);
      };
    },
  };
}
