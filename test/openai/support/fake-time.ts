interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is moved, and a way to wait on it. */
export function createFakeTime(startMs = 1_700_000_000_000) {
  let now = startMs;
  let sleepers: Sleeper[] = [];
  const settle = async (): Promise<void> => {
    // Every promise chain here is shorter than this; a macrotask lets them all run dry.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    nowMs: () => now,
    waitMs: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          resolve();
        });
      }),
    settle,
    /** Moves the clock, waking sleepers in their order. */
    async advance(ms: number): Promise<void> {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > end) break;
        sleepers = sleepers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = end;
    },
    /** Sets the clock without waking anybody, as a corrected system clock does. */
    jump(ms: number): void {
      now += ms;
    },
    sleeping: () => sleepers.length,
  };
}
