/** Work that was begun and must not be cut off by a stop. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing runs any more or the deadline has passed; answers how much was left. */
  drained(deadlineMs: number): Promise<number>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  const idle = async (): Promise<void> => {
    // What runs may begin more; each pass waits for all that is known then. It ends because intake has stopped.
    while (running.size > 0) await Promise.allSettled(running);
  };
  return {
    track(work) {
      running.add(work);
      const settle = () => running.delete(work);
      work.then(settle, settle);
      return work;
    },
    async drained(deadlineMs) {
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([idle(), deadline]);
      clearTimeout(timer);
      return running.size;
    },
  };
}
