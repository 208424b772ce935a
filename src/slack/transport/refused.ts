import { type Instant, minuteMs } from '#domain/instant.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { RefusalCause } from '../slack-face.ts';

/** Counts what was refused before any handler ran. */
export interface Refused {
  count(cause: RefusalCause): void;
  totals(): Readonly<Partial<Record<RefusalCause, number>>>;
}

/**
 * A flood of bad traffic costs one log line a minute a cause and no database write: the line says how many came since the last one.
 */
export function createRefused(clock: Clock, log: Log): Refused {
  const totals = new Map<RefusalCause, number>();
  const lines = new Map<RefusalCause, { readonly at: Instant; readonly total: number }>();
  return {
    count(cause) {
      const total = (totals.get(cause) ?? 0) + 1;
      totals.set(cause, total);
      const last = lines.get(cause);
      const now = clock.now();
      if (last !== undefined && now - last.at < minuteMs) return;
      lines.set(cause, { at: now, total });
      log.warn({ cause, since: total - (last?.total ?? 0), total }, 'Deliveries to the Slack face were refused');
    },
    totals: () => Object.fromEntries(totals),
  };
}
