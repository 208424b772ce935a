import { formatDuration } from '#domain/duration.ts';
import { count, dayMs, secondMs, utcMinute } from '#domain/instant.ts';
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
    together(
      events
        .filter(({ actorId }) => actorId !== null && context.adminKeyIds.includes(actorId))
        .filter((event) => originOf(event, context) === 'other'),
    ).map((acts) => describe(acts, context)),
};

// One call leaves up to three events, an account with its first key for one, and they bear the same second or the next.
const TOGETHER_MS = 5 * secondMs;
const MOST_TOLD = 10;

type Acts = readonly [AuditEvent, ...AuditEvent[]];

/** What happened within a few seconds of its first event is told as one. */
function together(events: readonly AuditEvent[]): readonly Acts[] {
  const groups: [AuditEvent, ...AuditEvent[]][] = [];
  for (const event of events.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))) {
    const last = groups.at(-1);
    if (last !== undefined && event.at - last[0].at <= TOGETHER_MS) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

const whatOf = (event: AuditEvent): string => resourceIdsOf(event).join(', ') || 'something the log does not name';

/** `api_key.deleted` as people say it: `API key deleted`. */
function inWords(type: string): string {
  const words = type.replaceAll(/[._]+/g, ' ').replaceAll(/\bapi\b/g, 'API');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function nearestCall(event: AuditEvent, { effects, thresholds }: DetectionContext): string {
  const ids = resourceIdsOf(event);
  const touched = effects
    .filter(({ resourceIds, isHidden }) => isHidden !== true && resourceIds.some((id) => ids.includes(id)))
    .map(({ startedAt }) => startedAt);
  const nearest = touched.toSorted((one, other) => Math.abs(one - event.at) - Math.abs(other - event.at))[0];
  if (nearest === undefined) return 'No call of this bot explains it.';
  return `The bot’s nearest call on it was at ${utcMinute(nearest)}, more than ${formatDuration(thresholds.ours.toleranceMs)} apart.`;
}

function linesOf(event: AuditEvent, context: DetectionContext): readonly string[] {
  const by = event.actorId ?? 'our key';
  return [
    `${inWords(event.type)}: ${whatOf(event)} at ${utcMinute(event.at)} by ${by} (${event.type}, event ${event.id}).`,
    nearestCall(event, context),
  ];
}

function describe(acts: Acts, context: DetectionContext): Finding {
  const [first, ...others] = acts;
  const more = acts.length - MOST_TOLD;
  const what = others.length === 0 ? `${inWords(first.type)}: ${whatOf(first)},` : `${acts.length} changes`;
  return {
    detection: about.id,
    // An event that comes late makes it another finding, which is told with all of it.
    key: others.length === 0 ? first.id : `${first.id}+${others.length}`,
    severity: about.severity,
    title: `${what} by the bot’s admin key, without a request`,
    lines: [
      ...acts.slice(0, MOST_TOLD).flatMap((event) => linesOf(event, context)),
      ...(more > 0 ? [`And ${count(more, 'more change')} in the same seconds.`] : []),
    ],
    at: acts.at(-1)?.at ?? first.at,
    evidence: acts.map(({ id }) => id),
  };
}
