import { type Instant, minuteMs, secondMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import type { House } from '#workflow/house.ts';
import { attributedOf } from './attribution.ts';
import type { Report, Took } from './report.ts';
import type { Stage } from './stage.ts';

// The log lags; OpenAI does not say by how much. Whoever waits at a terminal longer than this looks again by themselves.
const LOG_PATIENCE_MS = 10 * minuteMs;
// Two reads a look of an endpoint that allows few a minute, and the watch wants its share.
const LOOK_EVERY_MS = 30 * secondMs;

export interface Played {
  readonly scenes: readonly Took[];
  /** The request of each scene that came to one, also where it failed. */
  readonly requests: ReadonlyMap<string, RequestId>;
  readonly since: Instant;
}

async function letPass(stage: Stage, last: RequestId, until: Instant): Promise<void> {
  const { clock, store }: House = stage.house;
  const record = await store.read.requests.find(last);
  if (record === null) return;
  while (clock.now() < until) await stage.turn(record);
}

/** Looks into the vendor's log until every change that was done is in it, or patience ends. */
export async function awaitAuditLog(
  stage: Stage,
  { scenes, requests, since }: Played,
): Promise<Pick<Report, 'scenes' | 'knowsOwnKey'>> {
  const { clock } = stage.house;
  const until = clock.now() + Math.min(stage.patienceMs, LOG_PATIENCE_MS);
  const ids = [...requests.values()];
  for (;;) {
    const seen = await attributedOf(stage.house, ids, since);
    if (seen.kind === 'unnamed') return { scenes, knowsOwnKey: false };
    const looked = scenes.map((took) => {
      const id = requests.get(took.id);
      return id === undefined ? took : { ...took, attributed: seen.told.get(id) ?? 0 };
    });
    const last = ids.at(-1);
    const isAllThere = looked.every(({ calls, attributed }) => attributed >= calls);
    if (isAllThere || last === undefined || clock.now() >= until) return { scenes: looked, knowsOwnKey: true };
    await letPass(stage, last, clock.now() + LOOK_EVERY_MS);
  }
}
