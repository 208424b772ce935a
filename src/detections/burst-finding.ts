import { formatDuration } from '#domain/duration.ts';
import { roughly, utcMinute } from '#domain/instant.ts';
import type { ActorBurst } from './burst.ts';
import type { Burst, DetectionContext } from './context.ts';
import type { Detection } from './detection.ts';
import { resourceIdsOf } from './event.ts';
import type { Finding } from './finding.ts';

/** A burst as a finding. `did` says what was done to how many: `created 7 API keys`. */
export function burstFinding(
  detection: Pick<Detection, 'id' | 'severity'>,
  burst: ActorBurst,
  say: { readonly did: string; readonly limit: Burst; readonly context: DetectionContext },
): Finding {
  const first = burst.events[0]?.at ?? 0;
  const last = burst.events.at(-1)?.at ?? 0;
  const who = burst.actorId ?? 'Somebody the audit log does not name';
  const isOurKey = burst.actorId !== null && say.context.adminKeyIds.includes(burst.actorId);
  const ids = [...new Set(burst.events.flatMap((event) => resourceIdsOf(event)))];
  return {
    detection: detection.id,
    key: burst.actorId ?? 'unknown-actor',
    severity: detection.severity,
    title: `${who} ${say.did} in ${roughly(last - first)}`,
    lines: [
      `${burst.events.length} events from ${utcMinute(first)} to ${utcMinute(last)}; the limit is ${say.limit.count} in ${formatDuration(say.limit.withinMs)}.`,
      isOurKey
        ? 'It is the admin key of this bot, and none of it belongs to an approved request.'
        : 'None of it was asked for through this bot.',
      // Ten ids are enough to start looking; the audit log has the rest.
      `About ${ids.slice(0, 10).join(', ') || 'nothing the log names'}${ids.length > 10 ? ` and ${ids.length - 10} more` : ''}.`,
    ],
    at: last,
    evidence: burst.events.map(({ id }) => id),
  };
}
