import { formatDuration } from '#domain/duration.ts';
import { dayMs, utcMinute } from '#domain/instant.ts';
import type { DetectionContext } from '../context.ts';
import type { Detection } from '../detection.ts';
import { type AuditEvent, resourceIdsOf } from '../event.ts';
import type { Finding } from '../finding.ts';
import { originOf } from '../ours.ts';

const about = { id: 'access.unmatched-effect', severity: 'critical' } as const;

export const unmatchedEffect: Detection = {
  ...about,
  title: 'The bot’s admin key was used outside the bot',
  attack: 'T1078.004',
  summary: 'OpenAI’s audit log shows a change by this bot’s admin key that no request of ours explains.',
  advice: [
    'Treat the admin key as stolen: make a new one in the OpenAI dashboard, give it to the bot, delete the old one.',
    'Undo the change if nobody can say whose it is.',
    'If somebody used the key on purpose, give them a key of their own.',
  ],
  // Each event is told once. A day is longer than the window of events that is looked at again.
  quietMs: dayMs,
  run: (events, context) =>
    events
      .filter(({ actorId }) => actorId !== null && context.adminKeyIds.includes(actorId))
      .filter((event) => originOf(event, context) === 'other')
      .map((event) => describe(event, context)),
};

function describe(event: AuditEvent, { effects, thresholds }: DetectionContext): Finding {
  const ids = resourceIdsOf(event);
  const touched = effects
    .filter(({ resourceIds }) => resourceIds.some((id) => ids.includes(id)))
    .map(({ startedAt }) => startedAt);
  const nearest = touched.toSorted((one, other) => Math.abs(one - event.at) - Math.abs(other - event.at))[0];
  const what = ids.join(', ') || 'something the log does not name';
  const around = formatDuration(thresholds.ours.toleranceMs);
  return {
    detection: about.id,
    key: event.id,
    severity: about.severity,
    title: `${event.type} on ${what} by the bot’s admin key, without a request`,
    lines: [
      `${event.type} on ${what} at ${utcMinute(event.at)} by ${event.actorId ?? 'our key'}.`,
      nearest === undefined
        ? 'Nothing this bot ever sent, as far back as it looked, touched it.'
        : `The bot’s nearest call on it was at ${utcMinute(nearest)}, more than ${around} apart.`,
      `Event ${event.id} of OpenAI’s audit log.`,
    ],
    at: event.at,
    evidence: [event.id],
  };
}
