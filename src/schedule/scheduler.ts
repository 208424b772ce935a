import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '#domain/instant.ts';
import type { Job } from './job.ts';

export interface SchedulerOptions {
  readonly jobs: readonly Job[];
  readonly now: () => Instant;
  /** How often due jobs are looked for, in real milliseconds. */
  readonly tickMs: number;
  readonly onError: (job: string, error: unknown) => void;
}

export interface Scheduler {
  start(): void;
  /** Makes these jobs due now (all of them if none is named) and looks at once. */
  nudge(...names: readonly string[]): void;
  /** Runs these jobs once (all of them if none is named), in order, and waits for each. */
  run(...names: readonly string[]): Promise<void>;
  /** Stops looking and waits for what is running, at most this long. */
  stop(withinMs: number): Promise<void>;
}

interface Duty {
  readonly job: Job;
  dueAt: Instant;
  running: Promise<void> | null;
  /** Nudged while running: what it had already looked past has to be looked at again. */
  again: boolean;
}

/**
 * Runs each job when it is due, never twice at once. Due times follow the clock that is handed in, so that moving the sandbox's clock forward
 * makes everything due; only the looking is paced by real time.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { now, tickMs, onError } = options;
  const duties: Duty[] = options.jobs.map((job) => ({ job, dueAt: 0, running: null, again: false }));
  let timer: NodeJS.Timeout | null = null;

  async function turns(duty: Duty): Promise<void> {
    do {
      duty.again = false;
      duty.dueAt = now() + duty.job.everyMs;
      await duty.job.runOnce().catch((error: unknown) => onError(duty.job.name, error));
    } while (duty.again);
    // In the same turn of the event loop as the last look at `again`: nobody can ask in between and be forgotten.
    duty.running = null;
  }

  /** Whoever asks while it runs waits for one more turn, because this one may have looked past what they mean. */
  function run(duty: Duty): Promise<void> {
    if (duty.running !== null) duty.again = true;
    duty.running ??= turns(duty);
    return duty.running;
  }

  function look(): void {
    for (const duty of duties) {
      if (duty.running === null && duty.dueAt <= now()) void run(duty);
    }
  }

  return {
    start() {
      timer ??= setInterval(look, tickMs);
      look();
    },
    nudge(...names) {
      for (const duty of duties) {
        if (names.length > 0 && !names.includes(duty.job.name)) continue;
        duty.dueAt = 0;
        if (duty.running !== null) duty.again = true;
      }
      if (timer !== null) look();
    },
    async run(...names) {
      for (const duty of duties) if (names.length === 0 || names.includes(duty.job.name)) await run(duty);
    },
    async stop(withinMs) {
      if (timer !== null) clearInterval(timer);
      timer = null;
      const running = duties.flatMap((duty) => (duty.running === null ? [] : [duty.running]));
      const stopWaiting = new AbortController();
      const deadline = wait(withinMs, undefined, { signal: stopWaiting.signal, ref: false }).catch(() => undefined);
      await Promise.race([Promise.all(running), deadline]);
      stopWaiting.abort();
    },
  };
}
